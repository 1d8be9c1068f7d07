package org.gongkai.opengov.inspections.registers;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HashMap;
import org.gongkai.opengov.inspections.registers.RegisterRows.Author;
import org.gongkai.platform.files.CsvRows;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.AgencyId;
import org.gongkai.platform.settings.DemoData;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * The demo agency's registers of inspections (演示名录): items as the bureaus publish them, invented
 * firms and officers, each firm named a sample.
 */
@Component
class DemoRegisters implements DemoData {
    private final RegisterRows rows;
    private final PublicationOfRegisters publication;
    private final InspectedUnits units;
    private final EnforcementOfficers officers;
    private final Organization organization;
    private final Clock clock;

    DemoRegisters(
            RegisterRows rows,
            PublicationOfRegisters publication,
            InspectedUnits units,
            EnforcementOfficers officers,
            Organization organization,
            Clock clock) {
        this.rows = rows;
        this.publication = publication;
        this.units = units;
        this.officers = officers;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public void load() {
        var agency = organization.agencies().getFirst().id();
        for (var register : Register.values()) {
            load(register, agency);
            publication.touched(agency, register);
        }
    }

    private void load(Register register, AgencyId agency) {
        var reading = new FieldReading(lookups(agency));
        var by = new Author(null, clock.instant(), null);
        try {
            var table = new CsvRows(new StringReader(text(register.slug())));
            var head = table.next().orElseThrow();
            for (var row = table.next(); row.isPresent(); row = table.next()) {
                var values = new HashMap<String, String>();
                for (var field : register.fields()) {
                    var at = head.indexOf(field.key());
                    var typed = at < 0 ? "" : row.get().get(at);
                    values.put(field.key(), reading.read(field, typed, DemoRegisters::stop));
                }
                rows.add(register, agency, values, by);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void stop(Object problem) {
        throw new IllegalStateException("Demo register: " + problem);
    }

    private Lookups lookups(AgencyId agency) {
        return new StandingLookups(agency, units, officers, organization);
    }

    private static String text(String register) throws IOException {
        return new ClassPathResource("demo/inspections/" + register + ".csv")
                .getContentAsString(StandardCharsets.UTF_8);
    }
}
