package org.gongkai.accessibility;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.gongkai.opengov.OpenGov;
import org.gongkai.testing.Browser;
import org.gongkai.testing.TestInstallation;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ContextConfiguration;

/**
 * The gallery (画廊): a picture of each type of public page of the demo agency in each edition, wide
 * and narrow, with an index to look at. No test, and not run with them: {@code tools/gallery.sh}.
 */
@SpringBootTest(
        classes = OpenGov.class,
        webEnvironment = WebEnvironment.RANDOM_PORT,
        properties = "gongkai.demo-data=true")
@ContextConfiguration(initializers = TestInstallation.class)
class GalleryRun {
    private static final List<Edition> EDITIONS =
            List.of(
                    Edition.NORMAL,
                    Edition.ELDER,
                    Edition.DARK,
                    Edition.BLACK_ON_WHITE,
                    Edition.YELLOW_ON_BLACK,
                    Edition.TWICE);

    private static final List<Integer> WIDTHS = List.of(Browser.WIDE, Browser.NARROW);

    @LocalServerPort int port;

    private final List<String> rows = new ArrayList<>();

    @Test
    void photographsEveryPage() throws IOException {
        var folder =
                Files.createDirectories(
                        Path.of(Objects.requireNonNull(System.getenv("GONGKAI_GALLERY"))));
        var base = "http://127.0.0.1:" + port;
        var states = EveryState.at(port);
        try (var window = Browser.open()) {
            var page = window.newPage();
            for (var path :
                    System.getenv("GALLERY_QUICK") != null
                            ? List.<String>of("/")
                            : PublicPages.from(base, states.publicPaths())) {
                page.navigate(base + path);
                photograph(page, path, folder);
            }
            page.navigate(base + "/accessibility");
            page.locator("#reading-summary").click();
            photograph(page, "/tools-open", folder);
        }
        Files.writeString(folder.resolve("index.html"), index());
    }

    private void photograph(Page page, String path, Path folder) {
        var row =
                new StringBuilder(
                        "<tr><th scope=\"row\">"
                                + page.title().replace("<", "&lt;")
                                + "<br><code>"
                                + path
                                + "</code></th>");
        for (var edition : EDITIONS) {
            row.append("<td>");
            for (var width : WIDTHS) {
                edition.put(page, width);
                var name =
                        (path.replaceAll("[^A-Za-z0-9]+", "-")
                                        + "-"
                                        + edition
                                        + "-"
                                        + width
                                        + ".png")
                                .toLowerCase(java.util.Locale.ROOT);
                page.screenshot(
                        new Page.ScreenshotOptions()
                                .setPath(folder.resolve(name))
                                .setFullPage(true));
                row.append(
                        "<a href=\"%s\"><img src=\"%s\" alt=\"%s, %d\" loading=\"lazy\"></a>"
                                .formatted(name, name, edition.label(), width));
            }
            row.append("</td>");
        }
        rows.add(row + "</tr>");
    }

    private String index() {
        var head = new StringBuilder();
        EDITIONS.forEach(
                it -> head.append("<th scope=\"col\">").append(it.label()).append("</th>"));
        return """
                <!DOCTYPE html>
                <html lang="zh-CN"><head><meta charset="utf-8"><title>公开页面一览</title>
                <style>body{font-family:sans-serif}table{border-collapse:collapse}th,td{border:1px solid #999;padding:8px;vertical-align:top;text-align:left}
                img{height:220px;max-width:300px;object-fit:cover;object-position:top;border:1px solid #ccc;margin-right:4px}</style></head>
                <body><h1>公开页面一览</h1><table><thead><tr><th scope="col">页面</th>%s</tr></thead><tbody>
                %s
                </tbody></table></body></html>
                """
                .formatted(head, String.join("\n", rows));
    }
}
