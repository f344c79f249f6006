package org.vigie.assistant;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.Extension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.CustomNode;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlRenderer;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * A model's Markdown as HTML that may stand on a page: HTML in it is shown, not obeyed; a link goes to {@code http},
 * {@code https} or {@code mailto} or is no link; an image is its description, since fetching one would tell a stranger
 * what is read here. CommonMark with the tables and strikethrough of GitHub.
 */
final class Markdown {
    private static final List<Extension> EXTENSIONS =
            List.of(TablesExtension.create(), StrikethroughExtension.create());
    private static final Set<String> SCHEMES = Set.of("http", "https", "mailto");
    /** Deeper than people write; keeps hostile text from exhausting the stack. */
    private static final int DEEPEST = 50;

    private static final Parser PARSER = Parser.builder()
            .extensions(EXTENSIONS)
            .maxOpenBlockParsers(DEEPEST)
            .maxInlineNesting(DEEPEST)
            .build();
    private static final HtmlRenderer HTML = HtmlRenderer.builder()
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .percentEncodeUrls(true)
            .attributeProviderFactory(_ -> (_, tag, attributes) -> {
                // What scrolls sideways must be reachable by keyboard.
                if (tag.equals("pre")) attributes.put("tabindex", "0");
            })
            .nodeRendererFactory(Careful::new)
            .build();

    private Markdown() {}

    /** Its structure, within the same limits. */
    static Node parse(String markdown) {
        return PARSER.parse(markdown);
    }

    /** The whole text, block after block. */
    static String html(String markdown, List<Source> sources) {
        return String.join("", blocks(markdown, sources));
    }

    static String html(String markdown) {
        return html(markdown, List.of());
    }

    static List<String> blocks(String markdown) {
        return blocks(markdown, List.of());
    }

    /**
     * The HTML of each block of the first level, in order: what did not change need not be sent again.
     *
     * @param sources what numbers in brackets lead to
     */
    static List<String> blocks(String markdown, List<Source> sources) {
        List<String> blocks = new ArrayList<>();
        Node document = parse(markdown);
        if (!sources.isEmpty()) document.accept(new Citations(sources));
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            String html = HTML.render(node).strip();
            if (!html.isEmpty()) blocks.add("<div class=\"prose-block\">" + scrolling(node, html) + "</div>");
        }
        return blocks;
    }

    private static String scrolling(Node node, String html) {
        return node instanceof TableBlock ? "<div class=\"table-wrap\" tabindex=\"0\">" + html + "</div>" : html;
    }

    static boolean mayLinkTo(String destination) {
        int colon = destination.indexOf(':');
        return colon > 0 && SCHEMES.contains(destination.substring(0, colon).toLowerCase(Locale.ROOT));
    }

    /** Links and images, the two that reach outside. */
    private static final class Careful extends AbstractVisitor implements NodeRenderer {
        private final HtmlNodeRendererContext context;
        private final HtmlWriter html;

        Careful(HtmlNodeRendererContext context) {
            this.context = context;
            this.html = context.getWriter();
        }

        @Override
        public Set<Class<? extends Node>> getNodeTypes() {
            return Set.of(Link.class, Image.class, Citations.Citation.class);
        }

        @Override
        public void render(Node node) {
            node.accept(this);
        }

        @Override
        public void visit(Link link) {
            if (!mayLinkTo(link.getDestination())) {
                children(link);
                return;
            }
            html.tag(
                    "a",
                    Map.of(
                            "href",
                            context.encodeUrl(link.getDestination()),
                            "rel",
                            "noopener noreferrer nofollow",
                            "target",
                            "_blank"));
            children(link);
            html.tag("/a");
        }

        @Override
        public void visit(Image image) {
            children(image);
        }

        @Override
        public void visit(CustomNode node) {
            if (!(node instanceof Citations.Citation citation)) return;
            Source source = citation.source();
            // In one order: what did not change must read the same.
            html.tag("a", new TreeMap<>(Map.of("class", "cite", "href", source.path(), "title", source.title())));
            html.text(String.valueOf(source.number()));
            html.tag("/a");
        }

        private void children(Node parent) {
            for (Node child = parent.getFirstChild(); child != null; child = child.getNext()) context.render(child);
        }
    }
}
