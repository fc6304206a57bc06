package io.gradsheet.xlsx;

import io.gradsheet.sheet.Address;
import io.gradsheet.sheet.Feature;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.poi.ss.formula.SheetNameFormatter;
import org.apache.poi.xssf.usermodel.XSSFSheet;

/**
 * Where Excel's Solver keeps what it was last told: in hidden names of the sheet. A file that has them opens with Solver set up. The values
 * are those that Excel saves for a minimum without constraints, by its method for smooth functions (GRG), with its own settings but for two:
 * central differences, which follow a network's cost farther down, and no automatic scaling.
 */
final class SolverNames {
    private static final String NO_LIMIT = "2147483647";

    private static final Map<String, String> SETTINGS = Map.ofEntries(
            // To make small: 1 would be large, 3 a value, which solver_val would be.
            Map.entry("solver_typ", "2"),
            Map.entry("solver_val", "0"),
            // No constraints, and variables may be negative.
            Map.entry("solver_num", "0"),
            Map.entry("solver_neg", "2"),
            // GRG nonlinear, central differences.
            Map.entry("solver_eng", "1"),
            Map.entry("solver_drv", "2"),
            Map.entry("solver_scl", "2"),
            Map.entry("solver_cvg", "0.0001"),
            Map.entry("solver_est", "1"),
            Map.entry("solver_itr", NO_LIMIT),
            Map.entry("solver_mip", NO_LIMIT),
            Map.entry("solver_mni", "30"),
            Map.entry("solver_mrt", "0.075"),
            Map.entry("solver_msl", "2"),
            Map.entry("solver_nod", NO_LIMIT),
            Map.entry("solver_nwt", "1"),
            Map.entry("solver_pre", "0.000001"),
            Map.entry("solver_rbv", "1"),
            Map.entry("solver_rlx", "2"),
            Map.entry("solver_rsd", "0"),
            Map.entry("solver_sho", "2"),
            Map.entry("solver_ssz", "100"),
            Map.entry("solver_tim", NO_LIMIT),
            Map.entry("solver_tol", "0.01"),
            Map.entry("solver_ver", "3"));

    private SolverNames() {}

    static void write(Feature.Solver solver, XSSFSheet sheet) {
        // In the order of the alphabet, as Excel writes them.
        var names = new TreeMap<>(SETTINGS);
        var name = sheet.getSheetName();
        names.put(
                "solver_opt",
                FeatureWriter.absolute(new Address(
                        name, solver.objective().row(), solver.objective().column())));
        names.put(
                "solver_adj",
                solver.changing().stream()
                        .map(range -> SheetNameFormatter.format(name) + "!"
                                + range.fix().typed())
                        .collect(Collectors.joining(",")));
        var workbook = sheet.getWorkbook();
        names.forEach((key, value) -> {
            var defined = workbook.createName();
            defined.setNameName(key);
            defined.setSheetIndex(workbook.getSheetIndex(sheet));
            defined.setRefersToFormula(value);
        });
    }

    /** The part of the workbook with these names hidden, for which POI has no method. */
    static String hidden(String workbookPart) {
        return workbookPart.replace("<definedName name=\"solver_", "<definedName hidden=\"1\" name=\"solver_");
    }
}
