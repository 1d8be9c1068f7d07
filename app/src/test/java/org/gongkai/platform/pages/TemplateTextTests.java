package org.gongkai.platform.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("Templates hold no text, no script and no style of their own")
class TemplateTextTests {
    private static final Path TEMPLATES = Path.of("src/main/resources/templates");
    private static final Pattern LETTERS = Pattern.compile("\\p{L}{2,}");
    private static final String CONDITION_NOT_ASKED =
            "[th:replace]:is([th:if],[th:unless],[th:each],[th:switch],[th:case]):not(html)";
    private static final Pattern TITLE = Pattern.compile("[$][{]title\\b[^}]*[}]");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void haveNoVisibleTextOfTheirOwn(Path template) throws IOException {
        assertThat(visibleText(Files.readString(template))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void haveNoInlineScriptOrStyle(Path template) throws IOException {
        assertThat(inline(Files.readString(template))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void beginWithTheirDoctype(Path template) throws IOException {
        assertThat(Files.readString(template)).startsWith("<!DOCTYPE html>");
    }

    /** Thymeleaf replaces first: a condition beside it would not be asked. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void putNoConditionOnWhatIsReplaced(Path template) throws IOException {
        assertThat(Jsoup.parse(Files.readString(template)).select(CONDITION_NOT_ASKED)).isEmpty();
    }

    /** A layout takes the page's title by this name, which hides what the model calls so. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("templates")
    void readNothingOfTheNameThatTheirLayoutTakes(Path template) throws IOException {
        var html = Files.readString(template);
        if (html.contains(":: page(~{::title}") && !html.contains("th:each=\"title :")) {
            assertThat(TITLE.matcher(html).results().map(MatchResult::group)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>操作成功</p>",
                "<p>Please wait</p>",
                "<img alt='图片'>",
                "<input th:placeholder=\"${'请输入'}\">",
                "<p th:text=\"${done ? '已办结' : ''}\"></p>"
            })
    void areFoundOutWhenTheyDo(String html) {
        assertThat(visibleText(html)).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p style='color:red'></p>",
                "<p onclick='go()'></p>",
                "<style>p{}</style>",
                "<script>go()</script>",
                "<a href='javascript:go()'></a>"
            })
    void areFoundOutWhenTheyRunCode(String html) {
        assertThat(inline(html)).isNotEmpty();
    }

    @Test
    void areAllLookedAt() throws IOException {
        assertThat(templates()).contains(TEMPLATES.resolve("layout/public.html"));
    }

    private static List<String> visibleText(String html) {
        var found = new ArrayList<String>();
        var page = Jsoup.parse(html);
        page.traverse(
                (node, depth) -> {
                    if (node instanceof TextNode text && LETTERS.matcher(text.text()).find()) {
                        if (!replaced(text.parent())) {
                            found.add(text.text().strip());
                        }
                    } else if (!(node instanceof Comment)) {
                        node.attributes().asList().stream()
                                .filter(it -> HAN.matcher(it.getValue()).find())
                                .forEach(it -> found.add(it.getKey() + "=" + it.getValue()));
                    }
                });
        return found;
    }

    /**
     * What stands in an element with th:text and the like is only there for the eye of its author.
     */
    private static boolean replaced(Node parent) {
        return parent instanceof Element element
                && Stream.of("th:text", "th:utext", "th:replace", "th:insert")
                        .anyMatch(element::hasAttr);
    }

    private static List<String> inline(String html) {
        var page = Jsoup.parse(html);
        var found = new ArrayList<String>();
        for (var it : page.getAllElements()) {
            it.attributes().asList().stream()
                    .filter(
                            attribute ->
                                    attribute.getKey().matches("(th:)?(style|on[a-z]+)")
                                            || attribute
                                                    .getValue()
                                                    .stripLeading()
                                                    .startsWith("javascript:"))
                    .forEach(attribute -> found.add(attribute.toString()));
            var data = it.attr("type").equals("application/ld+json");
            if (it.is("style") || it.is("script:not([src])") && !it.hasAttr("th:src") && !data) {
                found.add(it.outerHtml());
            }
        }
        return found;
    }

    static List<Path> templates() throws IOException {
        try (var files = Files.walk(TEMPLATES)) {
            return files.filter(it -> it.toString().endsWith(".html")).sorted().toList();
        }
    }
}
