package org.gongkai.opengov.inspections.draws;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.PersonId;
import org.gongkai.platform.settings.DemoData;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/**
 * Holders of the demo agency's escrow (演示托管人): keys whose other halves nobody kept, so that a
 * sealed draw can be tried; whoever wants to reveal by shares enters keys of their own.
 */
@Component
class DemoDraws implements DemoData {
    private static final List<String> NAMES = List.of("样例托管人·司法局", "样例托管人·档案馆", "样例托管人·机关纪委");

    private final Escrow escrow;
    private final Organization organization;
    private final Clock clock;

    DemoDraws(Escrow escrow, Organization organization, Clock clock) {
        this.escrow = escrow;
        this.organization = organization;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 31;
    }

    @Override
    public void load() {
        var agency = organization.agencies().getFirst().id();
        for (var at = 0; at < NAMES.size(); at++) {
            escrow.add(
                    agency,
                    NAMES.get(at),
                    EscrowKey.read(pem(at + 1)).orElseThrow(),
                    new PersonId(0),
                    clock.instant());
        }
    }

    private static String pem(int holder) {
        try (var key =
                new ClassPathResource("demo/inspections/holder-" + holder + ".pem")
                        .getInputStream()) {
            return new String(key.readAllBytes(), StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
