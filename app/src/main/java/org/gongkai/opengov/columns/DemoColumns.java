package org.gongkai.opengov.columns;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.SectionId;
import org.gongkai.platform.settings.DemoData;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The demo agency's columns (演示栏目): the fixed parts and what the work plan names, each with its
 * responsible section, as {@code demo/column-sections.csv} has it.
 */
@Component
class DemoColumns implements DemoData {
    private final ColumnDesk desk;
    private final Organization organization;

    DemoColumns(ColumnDesk desk, Organization organization) {
        this.desk = desk;
        this.organization = organization;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void load() {
        organization.agencies().forEach(it -> desk.establish(it.id(), "", responsible(it)));
    }

    private Map<String, SectionId> responsible(Agency agency) {
        var sections = new HashMap<String, SectionId>();
        lines().skip(1)
                .map(it -> it.split(","))
                .forEach(
                        it ->
                                organization
                                        .findSection(agency.id(), it[1])
                                        .ifPresent(found -> sections.put(it[0], found.id())));
        return sections;
    }

    private static Stream<String> lines() {
        try {
            return new ClassPathResource("demo/column-sections.csv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
