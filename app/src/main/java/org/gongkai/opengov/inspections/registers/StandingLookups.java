package org.gongkai.opengov.inspections.registers;

import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.gongkai.platform.organization.Organization;
import org.gongkai.platform.roles.AgencyId;

/** What a field names, among what stands in the agency's registers now (现行对照). */
record StandingLookups(
        AgencyId agency,
        InspectedUnits units,
        EnforcementOfficers officers,
        Organization organization)
        implements Lookups {
    private static final Pattern CODE =
            Pattern.compile("([0-9A-Z]{18})(?:-0{0,2}([1-9][0-9]{0,2}))?");

    @Override
    public OptionalLong unit(String code) {
        var match = CODE.matcher(code);
        if (!match.matches()) {
            return OptionalLong.empty();
        }
        var site = match.group(2);
        return units.coded(agency, match.group(1), site == null ? 1 : Integer.parseInt(site))
                .map(it -> OptionalLong.of(it.id()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public OptionalLong officer(String certificate) {
        return officers.certified(agency, certificate)
                .map(it -> OptionalLong.of(it.id()))
                .orElseGet(OptionalLong::empty);
    }

    @Override
    public OptionalLong person(String keyOrName) {
        return organization
                .personByKey(keyOrName.toLowerCase(Locale.ROOT))
                .filter(it -> it.agency().equals(agency))
                .map(it -> OptionalLong.of(it.id().value()))
                .orElseGet(OptionalLong::empty);
    }
}
