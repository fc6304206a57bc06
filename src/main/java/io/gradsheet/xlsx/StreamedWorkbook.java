package io.gradsheet.xlsx;

import java.io.IOException;
import java.io.OutputStream;
import java.time.LocalDate;
import java.time.ZoneId;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.apache.poi.xssf.streaming.DeferredSXSSFWorkbook;
import org.apache.poi.xssf.streaming.StreamingSheetWriter;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Apache POI's streaming workbook, with the same bytes at any time. */
final class StreamedWorkbook extends DeferredSXSSFWorkbook {
    StreamedWorkbook(XSSFWorkbook skeleton) {
        super(skeleton, -1);
        setShouldCalculateSheetDimensions(false);
    }

    @Override
    protected StreamingSheetWriter createSheetDataWriter(OutputStream out) throws IOException {
        return new FormulaWriter(out);
    }

    @Override
    protected ZipArchiveOutputStream createArchiveOutputStream(OutputStream out) {
        return new TimelessZip(out);
    }

    /** A zip file whose entries all bear the first moment that the format knows. */
    private static final class TimelessZip extends ZipArchiveOutputStream {
        // The format holds local times: the same digits everywhere are another moment in every zone.
        private final long dawn = LocalDate.of(1980, 1, 1)
                .atStartOfDay(ZoneId.systemDefault())
                .toInstant()
                .toEpochMilli();

        TimelessZip(OutputStream out) {
            super(out);
        }

        @Override
        public void putArchiveEntry(ZipArchiveEntry entry) throws IOException {
            entry.setTime(dawn);
            super.putArchiveEntry(entry);
        }
    }
}
