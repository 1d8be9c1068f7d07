package org.gongkai.opengov.requests.papers;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.settings.DemoData;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What the demo agency's letters carry (演示文书信息); it stands in {@code demo/letter-office.json}. */
@Component
class DemoLetterOffice implements DemoData {
    private final Organization organization;
    private final LetterOffices offices;
    private final JsonMapper json;
    private final Clock clock;

    DemoLetterOffice(
            Organization organization, LetterOffices offices, JsonMapper json, Clock clock) {
        this.organization = organization;
        this.offices = offices;
        this.json = json;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 35;
    }

    @Override
    public void load() {
        var office = read().check();
        organization.agencies().forEach(it -> offices.keep(it.id(), office, null, clock.instant()));
    }

    private LetterOfficeEntry read() {
        try (var file = new ClassPathResource("demo/letter-office.json").getInputStream()) {
            return json.readValue(file, LetterOfficeEntry.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
