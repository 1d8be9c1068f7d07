package org.gongkai.sitecheck;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import org.xml.sax.SAXException;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whether a page is HTML as the standard has it (HTML 合规检查), by the checker that the standard's own
 * authors keep. Errors and warnings count.
 */
final class HtmlCheck {
    private static final JsonMapper JSON = new JsonMapper();

    /** A guess from the letters, which keys and hashes lead astray: they are of no language. */
    private static final String GUESSED_LANGUAGE = "This document appears to be written in ";

    private HtmlCheck() {}

    /** What is wrong, with the place. */
    static List<String> findings(String html) {
        var checker = new EmbeddedValidator();
        checker.setOutputFormat(EmbeddedValidator.OutputFormat.JSON);
        try {
            var bytes = html.getBytes(StandardCharsets.UTF_8);
            var told = checker.validate(new ByteArrayInputStream(bytes));
            return JSON.readTree(told)
                    .at("/messages")
                    .valueStream()
                    .filter(it -> !it.at("/message").asString().startsWith(GUESSED_LANGUAGE))
                    .map(it -> it.at("/message").asString() + " … " + it.at("/extract").asString())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SAXException e) {
            throw new IllegalStateException(e);
        }
    }
}
