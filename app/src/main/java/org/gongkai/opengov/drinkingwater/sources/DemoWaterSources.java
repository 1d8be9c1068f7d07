package org.gongkai.opengov.drinkingwater.sources;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import org.gongkai.platform.files.CsvRows;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.settings.DemoData;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The demo agency's sources (演示水源): one of surface water, four of groundwater, invented details.
 */
@Component
class DemoWaterSources implements DemoData {
    private final WaterSources sources;
    private final Organization organization;
    private final Clock clock;

    DemoWaterSources(WaterSources sources, Organization organization, Clock clock) {
        this.sources = sources;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public void load() {
        var agency = organization.agencies().getFirst();
        try {
            var rows = new CsvRows(new StringReader(text()));
            var names = rows.next().orElseThrow();
            for (var row = rows.next(); row.isPresent(); row = rows.next()) {
                var checked =
                        entry(names, row.get())
                                .checked(
                                        null,
                                        sources.newest(agency.id()),
                                        agency.region().counties().keySet());
                var id = sources.add(agency.id(), checked.facts().name());
                sources.add(
                        new WaterSource(
                                id,
                                1,
                                checked.from(),
                                checked.facts(),
                                checked.reason(),
                                null,
                                clock.instant()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SourceEntry entry(List<String> names, List<String> cells) {
        var typed = new HashMap<String, String>();
        for (var at = 0; at < names.size(); at++) {
            typed.put(names.get(at), cells.get(at));
        }
        return new SourceEntry(typed);
    }

    private static String text() throws IOException {
        return new ClassPathResource("demo/drinkingwater/sources.csv")
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
