package org.gongkai.opengov.disclosures;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.gongkai.platform.settings.DemoData;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * The demo agency's published documents (演示文件): real titles of the bureau, drafted, signed at every
 * level and published by the invented people through the same desks as everything else.
 *
 * <p>Number and publish time are the program's own, as for every document; each text says that it
 * is a sample and when the original appeared. The work plan of 2021 is left to the newcomer.
 */
@Component
@ConditionalOnProperty(name = "gongkai.demo-documents", matchIfMissing = true)
class DemoDocuments implements DemoData {
    private final DraftingDesk drafting;
    private final DemoPublication publication;
    private final JsonMapper json;
    private final Clock clock;

    DemoDocuments(
            DraftingDesk drafting, DemoPublication publication, JsonMapper json, Clock clock) {
        this.drafting = drafting;
        this.publication = publication;
        this.json = json;
        this.clock = clock;
    }

    /**
     * A document to be published.
     *
     * @param clerk key of the person who drafts it
     * @param body file with its text
     */
    record Sample(String clerk, String body, DocumentInput input) {

        DocumentInput whole() {
            var fields =
                    Objects.requireNonNullElse(input.fields(), Map.<String, @Nullable String>of());
            return input.withBody(text("documents/" + body), fields);
        }

        /** Whether the original has been made by that day; a clock set back finds fewer. */
        boolean existsOn(LocalDate day) {
            var fields = input.fields();
            var formed = fields == null ? null : DraftRules.day(fields.get("formedOn"));
            return formed == null || !formed.isAfter(day);
        }
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public void load() {
        var today = LocalDate.now(clock);
        for (var sample : json.readValue(text("documents.json"), Sample[].class)) {
            if (sample.existsOn(today)) {
                var clerk = publication.actor(sample.clerk());
                publication.publish(clerk, drafting.create(clerk, sample.whole()));
            }
        }
    }

    private static String text(String file) {
        try {
            return new ClassPathResource("demo/" + file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
