package org.bodywork.bookings.receipt;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.bodywork.bookings.receipt.ReceiptSheet.Row;
import org.bodywork.bookings.site.SiteLanguage;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Draws a receipt as PDF on US Letter: the very rows of the page. */
@Component
final class ReceiptPaper {

    private static final float MARGIN = 64;
    private static final float VALUES_FROM = 230;
    private static final float LEADING = 1.5f;
    private static final float TITLE = 22;
    private static final float TEXT = 12;
    private static final float SMALL = 10;

    private final PaperFont font;
    private final MessageSource words;

    ReceiptPaper(PaperFont font, MessageSource words) {
        this.font = font;
        this.words = words;
    }

    /** Drawn on a thread that may wait: the words are read from files the first time. */
    Mono<byte[]> draw(Receipt receipt, SiteLanguage language) {
        return Mono.fromCallable(() -> drawn(receipt, language)).subscribeOn(Schedulers.boundedElastic());
    }

    private byte[] drawn(Receipt receipt, SiteLanguage language) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument paper = new PDDocument()) {
            paper.getDocumentInformation().setTitle(word("receipt.title", language) + " " + receipt.number());
            paper.getDocumentCatalog().setLanguage(language.tag());
            PDPage page = new PDPage(PDRectangle.LETTER);
            paper.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(paper, page)) {
                write(ReceiptSheet.of(receipt, language), language, new Pen(content, this.font.in(paper)));
            }
            paper.save(out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private void write(ReceiptSheet sheet, SiteLanguage language, Pen pen) throws IOException {
        pen.write(List.of(word("receipt.title", language)), MARGIN, TITLE);
        pen.space(TEXT);
        for (String line : sheet.head()) {
            pen.write(line, MARGIN, TEXT);
        }
        pen.space(TEXT);
        pen.rule();
        for (Row row : sheet.rows()) {
            pen.row(word(row.label(), language), row.value());
        }
        pen.rule();
        pen.space(SMALL);
        pen.write(word("receipt.note", language), MARGIN, SMALL);
    }

    private String word(String key, SiteLanguage language) {
        return words.getMessage(key, null, language.locale());
    }

    /** Writes downwards from the top of a page. */
    private final class Pen {

        private final PDPageContentStream content;
        private final PDFont letters;
        private float height = PDRectangle.LETTER.getHeight() - MARGIN - TITLE;

        Pen(PDPageContentStream content, PDFont letters) {
            this.content = content;
            this.letters = letters;
        }

        void row(String label, String value) throws IOException {
            float top = height;
            write(lines(label, TEXT, VALUES_FROM - MARGIN - TEXT), MARGIN, TEXT);
            float below = height;
            height = top;
            write(value, VALUES_FROM, TEXT);
            height = Math.min(below, height);
        }

        void write(String text, float from, float size) throws IOException {
            write(lines(text, size, PDRectangle.LETTER.getWidth() - MARGIN - from), from, size);
        }

        void write(List<String> lines, float from, float size) throws IOException {
            for (String line : lines) {
                content.beginText();
                content.setFont(letters, size);
                content.newLineAtOffset(from, height);
                content.showText(font.settable(line));
                content.endText();
                height -= size * LEADING;
            }
        }

        void rule() throws IOException {
            content.setLineWidth(0.5f);
            content.moveTo(MARGIN, height + TEXT * 0.4f);
            content.lineTo(PDRectangle.LETTER.getWidth() - MARGIN, height + TEXT * 0.4f);
            content.stroke();
            space(TEXT);
        }

        void space(float points) {
            height -= points;
        }

        /** Broken between words where that is possible, else within one. */
        private List<String> lines(String text, float size, float width) throws IOException {
            List<String> lines = new ArrayList<>();
            StringBuilder line = new StringBuilder();
            for (String word : text.strip().split("\\s+", -1)) {
                String together = line.isEmpty() ? word : line + " " + word;
                if (fits(together, size, width)) {
                    line.setLength(0);
                    line.append(together);
                    continue;
                }
                if (!line.isEmpty()) {
                    lines.add(line.toString());
                    line.setLength(0);
                }
                line.append(broken(word, size, width, lines));
            }
            lines.add(line.toString());
            return lines;
        }

        /** What is left of a word once its full lines are away. */
        private String broken(String word, float size, float width, List<String> lines) throws IOException {
            String rest = word;
            while (!fits(rest, size, width)) {
                int end = rest.length();
                while (end > 1 && !fits(rest.substring(0, end), size, width)) {
                    end = rest.offsetByCodePoints(end, -1);
                }
                lines.add(rest.substring(0, end));
                rest = rest.substring(end);
            }
            return rest;
        }

        private boolean fits(String text, float size, float width) throws IOException {
            return letters.getStringWidth(font.settable(text)) / 1000 * size <= width;
        }
    }
}
