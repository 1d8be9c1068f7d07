package org.gongkai.opengov.siteimport;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * What {@code import.json} says of the old site (导入设置): its name and address, which of its names
 * are which of ours, what holds where a row says nothing.
 *
 * @param agency key of the agency; needed where there are several
 * @param siteName shown to readers as where a document came from
 * @param siteAddress without a path, e.g. {@code http://sthjj.yinchuan.gov.cn}
 * @param bodySelector which part of a text's file is the text, as a CSS selector; the whole if
 *     absent
 * @param columns old name of a column → key or name of ours
 * @param sections the same for sections
 * @param kinds the same for kinds
 * @param article20Items our column's key or name → item of art. 20, where a row names none
 * @param defaults by the manifest's names of columns
 */
record ImportSettings(
        @Nullable String agency,
        String siteName,
        String siteAddress,
        @Nullable String bodySelector,
        Map<String, String> columns,
        Map<String, String> sections,
        Map<String, String> kinds,
        Map<String, String> article20Items,
        Map<String, String> defaults) {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    ImportSettings {
        columns = Map.copyOf(Objects.requireNonNullElse(columns, Map.of()));
        sections = Map.copyOf(Objects.requireNonNullElse(sections, Map.of()));
        kinds = Map.copyOf(Objects.requireNonNullElse(kinds, Map.of()));
        article20Items = Map.copyOf(Objects.requireNonNullElse(article20Items, Map.of()));
        defaults = Map.copyOf(Objects.requireNonNullElse(defaults, Map.of()));
    }

    static ImportSettings read(ImportFolder folder) {
        ImportSettings settings;
        try {
            settings = JSON.readValue(folder.settings().toFile(), ImportSettings.class);
        } catch (JacksonException wrong) {
            throw new ImportStopped(
                    "siteimport.stopped.settings",
                    ImportFolder.SETTINGS,
                    Objects.requireNonNullElse(wrong.getOriginalMessage(), ""));
        }
        var name = Optional.ofNullable(settings.siteName()).orElse("");
        var address = Optional.ofNullable(settings.siteAddress()).orElse("");
        if (name.isBlank() || !address.matches("https?://[^/\\s]+/?")) {
            throw new ImportStopped("siteimport.stopped.site", ImportFolder.SETTINGS);
        }
        return settings;
    }
}
