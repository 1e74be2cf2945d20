package dev.rolewise.knowledge.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rolewise.knowledge.reading.ReadText.Hidden;
import dev.rolewise.knowledge.reading.ReadText.Section;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts.FontName;
import org.apache.pdfbox.pdmodel.graphics.state.RenderingMode;
import org.apache.pdfbox.util.Matrix;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Real documents in real processes. */
class DocumentReaderIT {
    private static final DocumentReader READER = new DocumentReader(ReadingLimits.DEFAULT);

    /** What takes its time takes less of the test's. */
    private static final DocumentReader IMPATIENT = new DocumentReader(new ReadingLimits(
            ReadingLimits.DEFAULT.bytes(),
            ReadingLimits.DEFAULT.pages(),
            ReadingLimits.DEFAULT.characters(),
            ReadingLimits.DEFAULT.nesting(),
            ReadingLimits.DEFAULT.heapMebibytes(),
            Duration.ofSeconds(4),
            ReadingLimits.DEFAULT.atOnce(),
            ReadingLimits.DEFAULT.patience()));

    @AfterAll
    static void close() {
        READER.close();
        IMPATIENT.close();
    }

    static Stream<Arguments> hostile() throws IOException {
        return HostileFiles.all().entrySet().stream().map(e -> Arguments.of(e.getKey(), e.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void what_does_harm_is_refused_in_a_sentence(String name, byte[] content) {
        Reading reading = IMPATIENT.read(name, content);

        assertThat(reading).isInstanceOf(Unreadable.class);
        assertThat(((Unreadable) reading).reason()).endsWith(".").hasSizeLessThan(200);
    }

    @Test
    void a_pdf_is_read_page_by_page() throws IOException {
        ReadText text = read("guide.pdf", HostileFiles.pdf());

        assertThat(text.format()).isEqualTo("PDF");
        assertThat(text.pages()).isEqualTo(3);
        assertThat(text.sections()).extracting(Section::page).containsExactly(1, 2, 3);
        assertThat(text.sections().get(1).text()).isEqualTo("Page 2 of the guide.");
        assertThat(text.hidden()).isEmpty();
    }

    @Test
    void what_nobody_sees_in_a_pdf_is_left_out_and_counted() throws IOException {
        ReadText text = read("guide.pdf", hidingPdf());

        assertThat(text.sections()).hasSize(1);
        assertThat(text.sections().get(0).text()).isEqualTo("Seen by all.");
        assertThat(text.hidden())
                .containsOnly(
                        Map.entry(Hidden.INVISIBLE, 3),
                        Map.entry(Hidden.PALE, 4),
                        Map.entry(Hidden.TINY, 5),
                        Map.entry(Hidden.OFF_PAGE, 6));
    }

    @Test
    void what_nobody_sees_in_a_page_is_left_out_and_counted() {
        ReadText text = read("page.html", """
                <html><head><title>Ignore</title></head><body><h1>Rules</h1><!-- ignore all -->
                <p>Be kind.<span style="display: none">Obey me</span></p>
                <p style="color:#fff">White lie</p><p hidden>Gone</p><div style="font-size:0">dot</div>
                <div style="position:absolute; left:-9999px">Far</div><h2>More</h2><p>Have fun.</p>
                <script>alert(1)</script></body></html>
                """);

        assertThat(text.title()).isEqualTo("Rules");
        assertThat(text.sections())
                .containsExactly(
                        new Section(0, List.of("Rules"), "Be kind."),
                        new Section(0, List.of("Rules", "More"), "Have fun."));
        assertThat(text.hidden().keySet())
                .containsExactlyInAnyOrder(Hidden.COMMENT, Hidden.INVISIBLE, Hidden.PALE, Hidden.TINY, Hidden.OFF_PAGE);
    }

    @Test
    void what_the_rules_of_a_page_hide_is_left_out() {
        ReadText text = read("page.html", """
                <html><head><style>/* .seen { display: none } */ <!-- .gone, li.x:hover, p::after { DISPLAY: none }
                @import url(a.css); @media print { .seen { display: none } } #pale { color: rgb(255 255 255) }
                div > b { font-size: 0 } .far{left:-200em} p:nonsense(, { display: none } td.seen { color: #000 } -->
                </style><style media="print">.seen { display: none }</style></head>
                <body><p class="seen">Be kind.</p><p class="gone">Obey</p><p id="pale">Obey</p><div><b>Obey</b></div>
                <p class="far">Obey</p><p>Have fun.</p></body></html>
                """);

        assertThat(text.sections()).containsExactly(new Section(0, List.of(), "Be kind.\nHave fun."));
        assertThat(text.hidden())
                .containsOnly(
                        Map.entry(Hidden.INVISIBLE, 4),
                        Map.entry(Hidden.PALE, 4),
                        Map.entry(Hidden.TINY, 4),
                        Map.entry(Hidden.OFF_PAGE, 4));
    }

    @Test
    void no_column_that_is_hidden_and_no_element_without_a_look_is_read() {
        ReadText text = read("page.html", """
                <p>Be <ruby>kind<rp>obey</rp></ruby>.<noembed>Obey</noembed><noframes>Obey</noframes>
                <math><semantics><annotation>obey</annotation></semantics></math>
                <font style="font-weight:bold" color="FEFEFE">obey</font></p><title>Obey</title>
                <table><colgroup><col><col span="2" style="visibility:collapse"><col></colgroup>
                <tr><td>Lab<td>obey<td>obey<td>9 am<tr><td colspan="2">Library<td>obey<td>10 am</table>
                """);

        assertThat(text.sections()).containsExactly(new Section(0, List.of(), "Be kind.\nLab: 9 am\nLibrary: 10 am"));
    }

    @Test
    void what_is_drawn_small_or_with_a_pale_edge_in_a_pdf_is_left_out() throws IOException {
        ReadText text = read("guide.pdf", pdf(content -> {
            write(content, Matrix.getScaleInstance(12, 12), 1, 700, "Seen by all.");
            content.setStrokingColor(1f);
            content.setRenderingMode(RenderingMode.STROKE);
            write(content, new Matrix(), 12, 600, "abc");
            content.setRenderingMode(RenderingMode.FILL_STROKE);
            write(content, new Matrix(), 12, 500, "abcd");
            content.setStrokingColor(0f);
            write(content, new Matrix(), 12, 650, "Seen too.");
            content.setRenderingMode(RenderingMode.FILL);
            write(content, Matrix.getScaleInstance(0.01f, 1), 12, 400, "abcde");
            content.transform(Matrix.getScaleInstance(0.1f, 0.1f));
            write(content, new Matrix(), 12, 3_000, "abcdef");
        }));

        assertThat(text.sections().get(0).text()).isEqualTo("Seen by all.\nSeen too.");
        assertThat(text.hidden()).containsOnly(Map.entry(Hidden.PALE, 7), Map.entry(Hidden.TINY, 11));
    }

    @Test
    void a_text_box_in_a_hidden_run_and_the_colour_of_paper_are_left_out_of_a_word_document() throws IOException {
        String main = """
                <w:document xmlns:w="w"><w:body><w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>Be</w:t></w:r>
                <w:r><w:rPr><w:vanish/></w:rPr><w:pict><w:p><w:r><w:t>Obey</w:t></w:r></w:p></w:pict><w:t>Obey</w:t></w:r>
                <w:r><w:rPr><w:color w:val="000000" w:themeColor="background1"/></w:rPr><w:t>paper</w:t></w:r>
                <w:r><w:t xml:space="preserve"> kind.</w:t></w:r></w:p></w:body></w:document>
                """;
        ReadText text = read("guide.docx", HostileFiles.docx(main.getBytes(StandardCharsets.UTF_8)));

        assertThat(text.sections()).extracting(Section::text).containsExactly("Be\nkind.");
        assertThat(text.hidden()).containsOnly(Map.entry(Hidden.INVISIBLE, 8), Map.entry(Hidden.PALE, 5));
    }

    @Test
    void what_nobody_sees_in_markdown_and_text_is_left_out_and_counted() {
        ReadText markdown = read(
                "guide.md",
                "# Rules\n\n- Be *kind*.\n- See [this](https://example.org).\n\n<!-- obey -->\n"
                        + "<span style='display:none'>me</span>");
        ReadText text = read("guide.txt", "Be\u200B kind.\n\nHave\u00ADfun\uDB40\uDC41.");

        assertThat(markdown.sections()).containsExactly(new Section(0, List.of("Rules"), "Be kind.\nSee this."));
        assertThat(markdown.hidden()).containsKey(Hidden.COMMENT);
        assertThat(text.sections()).containsExactly(new Section(0, List.of(), "Be kind.\nHavefun."));
        assertThat(text.hidden()).containsOnlyKeys(Hidden.ZERO_WIDTH);
    }

    @Test
    void a_word_document_is_read_by_its_headings() throws IOException {
        String main = """
                <w:document xmlns:w="w"><w:body>
                <w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr><w:r><w:t>Rules</w:t></w:r></w:p>
                <w:p><w:r><w:t xml:space="preserve">Be </w:t></w:r><w:r><w:t>kind.</w:t></w:r>
                <w:r><w:rPr><w:vanish/></w:rPr><w:t>Obey</w:t></w:r>
                <w:r><w:rPr><w:color w:val="FFFFFF"/></w:rPr><w:t>white</w:t></w:r>
                <w:r><w:rPr><w:sz w:val="2"/></w:rPr><w:t>small</w:t></w:r></w:p>
                </w:body></w:document>
                """;
        ReadText text = read("guide.docx", HostileFiles.docx(main.getBytes(StandardCharsets.UTF_8)));

        assertThat(text.sections()).containsExactly(new Section(0, List.of("Rules"), "Be kind."));
        assertThat(text.hidden())
                .containsOnly(Map.entry(Hidden.INVISIBLE, 4), Map.entry(Hidden.PALE, 5), Map.entry(Hidden.TINY, 5));
    }

    @Test
    void the_rows_of_a_table_stand_alone_in_every_format() throws IOException {
        List<Section> rows = List.of(new Section(
                0,
                List.of("Events"),
                "Paper lunch – Day: Tuesday; Host: Yusuf\nDebug hour – Day: Wednesday; Host: Carys"));
        String main =
                "<w:document xmlns:w=\"w\"><w:body><w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t>Events</w:t>"
                        + "</w:r></w:p><w:tbl>"
                        + row("Event", "Day", "Host").replace("<w:tr>", "<w:tr><w:trPr><w:tblHeader/></w:trPr>")
                        + row("Paper lunch", "Tuesday", "Yusuf")
                        + row("Debug hour", "Wednesday", "Carys") + "</w:tbl></w:body></w:document>";

        assertThat(read(
                                "events.md",
                                "# Events\n\n|Event|Day|Host|\n|-|-|-|\n|Paper lunch|Tuesday|Yusuf|\n|Debug hour|Wednesday|Carys|")
                        .sections())
                .isEqualTo(rows);
        assertThat(read(
                                "events.html",
                                "<h1>Events</h1><table><tr><th>Event<th>Day<th>Host<tr><td>Paper lunch<td>Tuesday<td>Yusuf"
                                        + "<tr hidden><td>x<td>y<td>z<tr><td>Debug hour<td>Wednesday<td>Carys</table>")
                        .sections())
                .isEqualTo(rows);
        assertThat(read("events.docx", HostileFiles.docx(main.getBytes(StandardCharsets.UTF_8)))
                        .sections())
                .isEqualTo(rows);
        assertThat(read("dates.md", "# Events\n\n|What|When|\n|-|-|\n|First day|2 March|")
                        .sections())
                .containsExactly(new Section(0, List.of("Events"), "First day – When: 2 March"));
    }

    @Test
    void a_table_that_only_lays_out_a_page_is_read_as_the_page() {
        assertThat(read(
                                "page.html",
                                "<table><tr><td><h1>Rules</h1><p>Be kind.</p></td><td><ul><li>Have fun.</ul></td></table>")
                        .sections())
                .containsExactly(new Section(0, List.of("Rules"), "Be kind.\nHave fun."));
    }

    @Test
    void a_line_alone_is_a_heading_in_plain_text_and_a_large_or_bold_one_in_a_pdf() throws IOException {
        ReadText text = read("rules.txt", "HOUSE RULES\n\nBeing here\n\nBe kind.\n\nQuiet hours\n\nFrom ten on.");
        ReadText pdf = read("rules.pdf", headedPdf());

        assertThat(text.sections())
                .containsExactly(
                        new Section(0, List.of("HOUSE RULES", "Being here"), "Be kind."),
                        new Section(0, List.of("HOUSE RULES", "Quiet hours"), "From ten on."));
        assertThat(pdf.title()).isEqualTo("House rules");
        assertThat(pdf.sections())
                .containsExactly(
                        new Section(1, List.of("House rules", "Being here"), "Be kind to all who are here."),
                        new Section(2, List.of("House rules", "Quiet hours"), "From ten on nobody speaks."));
    }

    @Test
    void what_only_looks_like_a_running_title_stays_in_a_pdf() throws IOException {
        ReadText leaflet = read("leaflet.pdf", pdf(content -> {
            for (int line = 0; line < 5; line++) {
                write(
                        content,
                        "Line of text that goes on " + "abcde".charAt(line),
                        10,
                        72,
                        700 - 30 * line,
                        0,
                        RenderingMode.FILL);
            }
            write(content, "Room 101", 10, 72, 80, 0, RenderingMode.FILL);
            write(content, "Room 102", 10, 72, 40, 0, RenderingMode.FILL);
        }));
        ReadText book =
                read("book.pdf", pdf(chapter("Chapter 1", "Be kind to"), chapter("Chapter 2", "Keep away from")));

        assertThat(leaflet.sections().get(0).text()).contains("Room 101").contains("Room 102");
        assertThat(book.sections())
                .extracting(Section::heading)
                .containsExactly(List.of("Chapter 1"), List.of("Chapter 2"));
        assertThat(book.sections())
                .allSatisfy(section -> assertThat(section.text()).doesNotContain("Made in May"));
    }

    @Test
    void what_is_too_long_is_not_even_sent() {
        assertThat(READER.read("long.txt", new byte[READER.mostBytes() + 1]))
                .isEqualTo(new Unreadable("it is longer than 8 MiB. Please split it."));
    }

    @Test
    void what_takes_too_long_is_killed() {
        ReadingLimits d = ReadingLimits.DEFAULT;
        try (DocumentReader hasty = new DocumentReader(new ReadingLimits(
                d.bytes(),
                d.pages(),
                d.characters(),
                d.nesting(),
                d.heapMebibytes(),
                Duration.ofMillis(1),
                1,
                d.patience()))) {
            assertThat(hasty.read("guide.txt", "Be kind.".getBytes(StandardCharsets.UTF_8)))
                    .isInstanceOf(Unreadable.class);
        }
    }

    @Test
    void a_process_whose_starter_has_died_ends_by_itself() throws Exception {
        ReadingLimits d = ReadingLimits.DEFAULT;
        ReadingLimits hasty = new ReadingLimits(
                d.bytes(),
                d.pages(),
                d.characters(),
                d.nesting(),
                d.heapMebibytes(),
                Duration.ofMillis(1),
                1,
                d.patience());
        byte[] endless = Objects.requireNonNull(HostileFiles.all().get("nested-forms.pdf"));
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx192m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        ReaderProcess.class.getName())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            process.getOutputStream().write(new ReaderProcess.Task("forms.pdf", endless, hasty).encode());
            process.getOutputStream().flush();

            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).isEqualTo(ReaderProcess.LATE);
        } finally {
            process.destroyForcibly();
        }
    }

    private static ReadText read(String name, String content) {
        return read(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private static ReadText read(String name, byte[] content) {
        Reading reading = READER.read(name, content);
        assertThat(reading).isInstanceOf(ReadText.class);
        return (ReadText) reading;
    }

    private static byte[] hidingPdf() throws IOException {
        return pdf(content -> {
            write(content, "Seen by all.", 12, 72, 700, 0, RenderingMode.FILL);
            write(content, "abc", 12, 72, 600, 0, RenderingMode.NEITHER);
            write(content, "abcd", 12, 72, 500, 1, RenderingMode.FILL);
            write(content, "abcde", 1, 72, 400, 0, RenderingMode.FILL);
            write(content, "abcdef", 12, 72, -300, 0, RenderingMode.FILL);
        });
    }

    private static String row(String... cells) {
        return Stream.of(cells)
                .map(cell -> "<w:tc><w:p><w:r><w:t>" + cell + "</w:t></w:r></w:p></w:tc>")
                .collect(Collectors.joining("", "<w:tr>", "</w:tr>"));
    }

    private static byte[] headedPdf() throws IOException {
        try (PDDocument document = new PDDocument()) {
            String[] headings = {"Being here", "Quiet hours"};
            String[] rules = {"Be kind to all who are here.", "From ten on nobody speaks."};
            for (int i = 0; i < headings.length; i++) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    write(content, "Printed on day 21", 10, 72, 770, 0, RenderingMode.FILL);
                    if (i == 0) {
                        write(content, "House rules", 20, 72, 720, 0, RenderingMode.FILL);
                    }
                    write(content, headings[i], 14, 72, 650, 0, RenderingMode.FILL);
                    write(content, rules[i], 10, 72, 600, 0, RenderingMode.FILL);
                    write(content, "Rules of the server", 10, 72, 80, 0, RenderingMode.FILL);
                    write(content, "Page " + (i + 1), 10, 72, 40, 0, RenderingMode.FILL);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static Drawing chapter(String heading, String rule) {
        return content -> {
            write(content, heading, 20, 72, 720, 0, RenderingMode.FILL);
            for (int line = 0; line < 4; line++) {
                write(
                        content,
                        rule + " those of room " + "abcd".charAt(line),
                        10,
                        72,
                        650 - 30 * line,
                        0,
                        RenderingMode.FILL);
            }
            write(content, "Made in May", 10, 72, 40, 0, RenderingMode.FILL);
        };
    }

    /** What stands on a page. */
    private interface Drawing {
        void on(PDPageContentStream content) throws IOException;
    }

    private static byte[] pdf(Drawing... pages) throws IOException {
        try (PDDocument document = new PDDocument()) {
            for (Drawing drawing : pages) {
                PDPage page = new PDPage();
                document.addPage(page);
                try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                    drawing.on(content);
                }
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        }
    }

    private static void write(PDPageContentStream content, Matrix form, int size, int y, String words)
            throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), size);
        content.setTextMatrix(Matrix.concatenate(Matrix.getTranslateInstance(72, y), form));
        content.showText(words);
        content.endText();
    }

    private static void write(
            PDPageContentStream content, String words, int size, int x, int y, float gray, RenderingMode mode)
            throws IOException {
        content.beginText();
        content.setFont(new PDType1Font(FontName.HELVETICA), size);
        content.setNonStrokingColor(gray);
        content.setRenderingMode(mode);
        content.newLineAtOffset(x, y);
        content.showText(words);
        content.endText();
    }
}
