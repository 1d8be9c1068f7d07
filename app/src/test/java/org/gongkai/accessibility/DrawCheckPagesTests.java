package org.gongkai.accessibility;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.gongkai.testing.Browser;
import org.gongkai.testing.ModuleTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;

@ModuleTest
@DisplayName("Checking a draw: a citizen with a browser")
class DrawCheckPagesTests {
    @LocalServerPort int port;
    @TempDir Path folder;

    @Test
    void seesNothingInTheWayWhateverComesOut() throws IOException, URISyntaxException {
        var check = new PageCheck();
        try (var window = Browser.open(Browser.WIDE, ColorScheme.LIGHT, true)) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/draws/check");
            check.look(page, "draw-check");
            upload(page, example());
            check.look(page, "draw-check-valid");
            upload(page, changed());
            check.look(page, "draw-check-differs");
        }

        assertThat(check.wrong()).isEmpty();
    }

    @Test
    void isToldTheOutcomeWithoutScriptsOnAPhone() throws IOException, URISyntaxException {
        try (var window = Browser.open(Browser.NARROW, ColorScheme.LIGHT, false)) {
            var page = window.newPage();
            page.navigate("http://127.0.0.1:" + port + "/draws/check");
            page.click("main form .button");
            assertThat(page.locator(".error-summary").innerText()).contains("请选择抽取数据包文件");

            upload(page, example());
            assertThat(page.locator(".banner.good").innerText()).startsWith("复算一致");

            upload(page, changed());
            assertThat(page.locator(".banner.late").innerText()).startsWith("复算不一致");
            assertThat(page.locator("main dl").innerText()).contains("公布的任务和人员", "ZF-04", "ZF-05");
        }
    }

    private static void upload(Page page, Path file) {
        page.setInputFiles("#bundle", file);
        Browser.follow(page, () -> page.click("main form .button"));
    }

    private Path changed() throws IOException, URISyntaxException {
        var text = Files.readString(example());
        var at = text.lastIndexOf("ZF-05");
        return Files.writeString(
                folder.resolve("bundle.json"),
                text.substring(0, at) + "ZF-04" + text.substring(at + 5));
    }

    private static Path example() throws URISyntaxException {
        var name = "/org/gongkai/platform/draw/vdraw-open-small-sha256.json";
        return Path.of(Objects.requireNonNull(DrawCheckPagesTests.class.getResource(name)).toURI());
    }
}
