package io.gradsheet.recalc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * LibreOffice without a window, in a profile that is made for one run and thrown away. It trusts the results stored in an .xlsx
 * unless the profile tells it to recalculate on load; the same profile shuts macros, links and the network.
 */
final class LibreOfficeEngine implements Engine {
    private static final String PROFILE = """
            <?xml version="1.0" encoding="UTF-8"?>
            <oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
                       xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
            %s</oor:items>
            """;

    private static final String ITEM = """
            <item oor:path="/org.openoffice.%s"><prop oor:name="%s" oor:op="fuse"><value>%s</value></prop></item>
            """;

    /** Path, property and value of the settings that differ from LibreOffice's own. */
    private static final List<List<String>> SETTINGS = List.of(
            // 0: always recalculate on load.
            List.of("Office.Calc/Formula/Load", "OOXMLRecalcMode", "0"),
            List.of("Office.Calc/Formula/Load", "ODFRecalcMode", "0"),
            // 2: never update links.
            List.of("Office.Calc/Content/Update", "Link", "2"),
            List.of("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
            List.of("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
            List.of("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
            List.of("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
            List.of("Office.Java/VirtualMachine", "Enable", "false"),
            List.of("Office.Common/Misc", "FirstRun", "false"),
            List.of("Office.Common/Misc", "CollectUsageInformation", "false"),
            List.of("Office.Common/Misc", "CrashReport", "false"),
            // 2: by hand, to a port where nothing listens.
            List.of("Inet/Settings", "ooInetProxyType", "2"),
            List.of("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
            List.of("Inet/Settings", "ooInetHTTPProxyPort", "9"),
            List.of("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
            List.of("Inet/Settings", "ooInetHTTPSProxyPort", "9"));

    /** Where LibreOffice puts its pipes, whatever the folder for temporary files. */
    private static final List<String> PIPE_FOLDERS = List.of("/tmp", "/var/tmp");

    private final ExternalProgram program;
    private final Duration limit;
    private final Path temporary;

    LibreOfficeEngine(Duration limit) {
        this(System.getenv(), limit, Path.of(System.getProperty("java.io.tmpdir")));
    }

    /** @param temporary where the profile and the files of a run are made */
    LibreOfficeEngine(Map<String, String> environment, Duration limit, Path temporary) {
        this.program = new ExternalProgram(
                "LibreOffice",
                "GRADSHEET_SOFFICE",
                List.of("soffice", "libreoffice", "soffice.com", "soffice.exe"),
                List.of(
                        "/usr/lib/libreoffice/program/soffice",
                        "/opt/libreoffice/program/soffice",
                        "/Applications/LibreOffice.app/Contents/MacOS/soffice",
                        "C:\\Program Files\\LibreOffice\\program\\soffice.com",
                        "C:\\Program Files (x86)\\LibreOffice\\program\\soffice.com"),
                "install it (Debian: apt install libreoffice-calc)",
                environment);
        this.limit = limit;
        this.temporary = temporary;
    }

    @Override
    public String name() {
        return "libreoffice";
    }

    @Override
    public boolean isInstalled() {
        return program.find().isPresent();
    }

    @Override
    public void requireInstalled() {
        program.require();
    }

    @Override
    public Recalculation recalculate(Path workbook) {
        return Conversion.run(workbook, temporary, program, this::convert);
    }

    private void convert(ScratchFolder folder) {
        convert(folder, "xlsx:Calc MS Excel 2007 XML", List.of(folder.path().resolve(Conversion.INPUT)));
    }

    /** Recalculates workbooks and saves them in another format, under their names, in {@link Conversion#OUTPUT_FOLDER}. */
    void convert(ScratchFolder folder, String format, List<Path> workbooks) {
        var profile = url(folder.folder("profile"));
        PIPE_FOLDERS.forEach(pipes -> folder.removeAlso(Path.of(pipes), "OSL_PIPE_*_SingleOfficeIPC_" + pipe(profile)));
        writeProfile(folder.folder("profile/user").resolve("registrymodifications.xcu"));
        var own = folder.folder("temporary").toString();
        var arguments = new ArrayList<>(List.of(
                "-env:UserInstallation=" + profile,
                "--headless",
                "--invisible",
                "--norestore",
                "--nologo",
                "--nolockcheck",
                "--nodefault",
                "--convert-to",
                format,
                "--outdir",
                folder.folder(Conversion.OUTPUT_FOLDER).toString()));
        workbooks.forEach(workbook -> arguments.add(workbook.toString()));
        program.run(
                arguments, Map.of("TMPDIR", own, "TMP", own, "TEMP", own, "SAL_USE_VCLPLUGIN", "svp"), folder, limit);
    }

    private static String url(Path folder) {
        var url = folder.toUri().toString();
        return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    }

    /** The end of the name of the pipe by which LibreOffice finds another of itself in the same profile: it stays if one is stopped. */
    private static String pipe(String profile) {
        try {
            var name = new StringBuilder();
            for (var octet : MessageDigest.getInstance("MD5").digest(profile.getBytes(StandardCharsets.UTF_16LE))) {
                // Without leading zeros, as LibreOffice has it.
                name.append(Integer.toHexString(Byte.toUnsignedInt(octet)));
            }
            return name.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has MD5", e);
        }
    }

    private static void writeProfile(Path file) {
        var items = new StringBuilder();
        SETTINGS.forEach(setting -> items.append(ITEM.formatted(setting.toArray())));
        try {
            Files.writeString(file, PROFILE.formatted(items));
        } catch (IOException e) {
            throw new EngineException("LibreOffice's profile cannot be written: " + XmlPart.reason(e), e);
        }
    }
}
