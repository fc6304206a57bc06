package io.gradsheet;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The rooms of the program and the arrows between them, which run downward only. */
@AnalyzeClasses(packages = "io.gradsheet", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule arrowsRunDownward = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.gradsheet..")
            .layer("cli")
            .definedBy("..gradsheet.cli..")
            .layer("classroom")
            .definedBy("..gradsheet.classroom..")
            .layer("check")
            .definedBy("..gradsheet.check..")
            .layer("explanation")
            .definedBy("..gradsheet.explanation..")
            .layer("calculation")
            .definedBy("..gradsheet.calculation..")
            .layer("lesson")
            .definedBy("..gradsheet.lesson..")
            .layer("recalc")
            .definedBy("..gradsheet.recalc..")
            .layer("xlsx")
            .definedBy("..gradsheet.xlsx..")
            .layer("sheet")
            .definedBy("..gradsheet.sheet..")
            .layer("scratch")
            .definedBy("..gradsheet.scratch..")
            .layer("table")
            .definedBy("..gradsheet.table..")
            .layer("template")
            .definedBy("..gradsheet.template..")
            .layer("training")
            .definedBy("..gradsheet.training..")
            .layer("network")
            .definedBy("..gradsheet.network..")
            .layer("expression")
            .definedBy("..gradsheet.expression..")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("classroom")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("check")
            .mayOnlyBeAccessedByLayers("cli", "classroom", "explanation")
            .whereLayer("explanation")
            .mayOnlyBeAccessedByLayers("cli")
            .whereLayer("calculation")
            .mayOnlyBeAccessedByLayers("classroom", "explanation")
            .whereLayer("xlsx")
            .mayOnlyBeAccessedByLayers("cli", "classroom")
            .whereLayer("scratch")
            .mayOnlyBeAccessedByLayers("classroom", "recalc", "xlsx")
            .whereLayer("recalc")
            .mayOnlyBeAccessedByLayers("cli", "classroom", "check", "explanation", "table")
            .whereLayer("table")
            .mayOnlyBeAccessedByLayers("classroom", "template")
            .whereLayer("lesson")
            .mayOnlyBeAccessedByLayers("cli", "classroom", "check", "explanation")
            .whereLayer("template")
            .mayOnlyBeAccessedByLayers("cli", "classroom", "check", "explanation", "lesson")
            .whereLayer("sheet")
            .mayOnlyBeAccessedByLayers(
                    "calculation",
                    "cli",
                    "classroom",
                    "check",
                    "explanation",
                    "expression",
                    "lesson",
                    "recalc",
                    "table",
                    "template",
                    "xlsx")
            .whereLayer("training")
            .mayOnlyBeAccessedByLayers("cli", "classroom", "lesson", "template")
            .whereLayer("network")
            .mayOnlyBeAccessedByLayers("classroom", "lesson", "template", "training")
            .whereLayer("expression")
            .mayOnlyBeAccessedByLayers("cli", "classroom", "lesson", "template", "training")
            .ensureAllClassesAreContainedInArchitecture();

    @ArchTest
    static final ArchRule noPackagesGoRoundInACircle =
            slices().matching("io.gradsheet.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule mathsAndPlansNeedOnlyTheJdk = noClasses()
            .that()
            .resideInAnyPackage(
                    "..gradsheet.network..",
                    "..gradsheet.training..",
                    "..gradsheet.expression..",
                    "..gradsheet.sheet..")
            .should()
            .dependOnClassesThat()
            .resideOutsideOfPackages(
                    "java..",
                    "org.hipparchus..",
                    "io.gradsheet.network..",
                    "io.gradsheet.training..",
                    "io.gradsheet.expression..",
                    "io.gradsheet.sheet..");

    @ArchTest
    static final ArchRule onlyTrainingKnowsHipparchus = noClasses()
            .that()
            .resideOutsideOfPackage("..gradsheet.training..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.hipparchus..");

    @ArchTest
    static final ArchRule onlyWriterAndEnginesKnowApachePoi = noClasses()
            .that()
            .resideOutsideOfPackages("..gradsheet.xlsx..", "..gradsheet.recalc..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.apache.poi..", "org.apache.xmlbeans..", "org.openxmlformats..");

    @ArchTest
    static final ArchRule onlyTheCommandLineKnowsPicocli = noClasses()
            .that()
            .resideOutsideOfPackage("..gradsheet.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule whatLessonsShareKnowsNoLesson = noClasses()
            .that()
            .resideInAnyPackage("..lesson.frame..", "..lesson.network..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "..lesson.backpropagation..",
                    "..lesson.descent..",
                    "..lesson.difference..",
                    "..lesson.forward..",
                    "..lesson.live..",
                    "..lesson.solver..",
                    "..lesson.worksheet..",
                    "io.gradsheet.lesson");

    @ArchTest
    static final ArchRule lessonsDoNotKnowEachOther = slices().matching(
                    "io.gradsheet.lesson.(backpropagation|descent|difference|forward|live|solver|worksheet)..")
            .should()
            .notDependOnEachOther();

    /** The check would prove nothing if Java's values came from the formulas. */
    @ArchTest
    static final ArchRule trainingKnowsNoSheet = noClasses()
            .that()
            .resideInAnyPackage("..gradsheet.network..", "..gradsheet.training..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("..gradsheet.sheet..");
}
