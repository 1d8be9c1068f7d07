package org.gongkai.opengov.sitechecks;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.gongkai.opengov.disclosures.PublicListing;
import org.gongkai.opengov.sitechecks.outward.OutwardRegister;
import org.gongkai.opengov.sitechecks.outward.OutwardRegister.Failure;
import org.gongkai.opengov.sitechecks.outward.OutwardSettings;
import org.gongkai.platform.pages.Wording;
import org.springframework.stereotype.Component;

/**
 * Links to other sites that cannot be opened (站外链接自查). A check notes what is named and tells what
 * is known; the looking itself goes on by its own measure.
 */
@Component
class OutwardFaults {
    private final OutwardSettings settings;
    private final OutwardRegister register;
    private final Wording wording;
    private final Clock clock;

    OutwardFaults(
            OutwardSettings settings, OutwardRegister register, Wording wording, Clock clock) {
        this.settings = settings;
        this.register = register;
        this.wording = wording;
        this.clock = clock;
    }

    /** Of the addresses that each document names; none where other sites are not looked at. */
    List<Fault> of(Map<PublicListing, Set<String>> named) {
        if (!settings.on()) {
            return List.of();
        }
        var all = named.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        register.seen(all, clock.instant());
        var failures = register.failures(all);
        return named.entrySet().stream()
                .flatMap(
                        it ->
                                it.getValue().stream()
                                        .filter(failures::containsKey)
                                        .sorted()
                                        .map(link -> fault(it.getKey(), link, failures)))
                .toList();
    }

    private Fault fault(PublicListing listing, String link, Map<String, Failure> failures) {
        var failure = requireNonNull(failures.get(link));
        var why = wording.say("sitechecks.outward." + failure.outcome().name(), failure.status());
        return DocumentCheck.fault(CheckItem.OUTWARD_LINK, listing, link + " " + why);
    }
}
