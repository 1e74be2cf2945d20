package dev.rolewise.knowledge.reading;

import java.util.List;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;

/** The text of Markdown, read as the page that it becomes: what HTML hides, it hides too. */
final class MarkdownText {
    private MarkdownText() {}

    static ReadText read(String markdown, ReadingLimits limits) {
        List<Extension> tables = List.of(TablesExtension.create());
        Parser parser = Parser.builder().extensions(tables).build();
        String html = HtmlRenderer.builder().extensions(tables).build().render(parser.parse(markdown));
        return HtmlText.read(html, "Markdown", limits);
    }
}
