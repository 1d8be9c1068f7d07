package org.gongkai.platform.organization.web;

import java.time.LocalDate;
import java.util.List;
import org.gongkai.platform.organization.Agency;
import org.gongkai.platform.organization.Cadence;
import org.gongkai.platform.organization.GroupFunction;
import org.gongkai.platform.organization.Person;
import org.gongkai.platform.organization.PrefixPeriod;
import org.gongkai.platform.organization.Section;
import org.gongkai.platform.organization.SectionKind;
import org.gongkai.platform.organization.web.PublicOrganizationApi.PublicName;
import org.gongkai.platform.organization.web.PublicOrganizationApi.PublicSection;
import org.gongkai.platform.roles.Role;
import org.jspecify.annotations.Nullable;

/** What pages and API show of the registers (登记内容的展示), with keys and names instead of numbers. */
final class Views {
    private Views() {}

    record PrefixView(String prefix, LocalDate validFrom, @Nullable LocalDate validTo) {
        static PrefixView of(PrefixPeriod it) {
            return new PrefixView(it.prefix().value(), it.validity().from(), it.validity().to());
        }
    }

    record AgencyView(
            long id,
            String key,
            long version,
            String name,
            String shortName,
            String region,
            String regionName,
            String departmentCode,
            String siteIdCode,
            String icpNumber,
            String policeNumber,
            String organMark,
            String functions,
            String address,
            String officeHours,
            String phone,
            String fax,
            String contact,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<PrefixView> prefixes) {
        static AgencyView of(Agency it, List<PrefixPeriod> prefixes) {
            return new AgencyView(
                    it.id().value(),
                    it.key(),
                    it.version(),
                    it.name(),
                    it.shortName(),
                    it.region().value(),
                    it.region().regionName(),
                    it.departmentCode(),
                    it.siteIdCode(),
                    it.icpNumber(),
                    it.policeNumber(),
                    it.organMark(),
                    it.functions(),
                    it.address(),
                    it.officeHours(),
                    it.phone(),
                    it.fax(),
                    it.contact(),
                    it.validity().from(),
                    it.validity().to(),
                    prefixes.stream().map(PrefixView::of).toList());
        }
    }

    record PersonRef(String key, String name, String post) {
        static PersonRef of(Person it) {
            return new PersonRef(it.key(), it.name(), it.post());
        }
    }

    record SectionRef(String key, String name) {
        static SectionRef of(Section it) {
            return new SectionRef(it.key(), it.name());
        }
    }

    record SectionView(
            long id,
            String key,
            long version,
            SectionKind kind,
            String name,
            String functions,
            String phone,
            String place,
            int displayOrder,
            LocalDate validFrom,
            @Nullable LocalDate validTo,
            List<PersonRef> heads,
            @Nullable PersonRef opennessOfficer,
            @Nullable SectionRef successor) {

        /** As programs of the public read it. */
        PublicSection forPublic() {
            return new PublicSection(
                    key,
                    kind,
                    name,
                    functions,
                    phone,
                    heads.stream().map(it -> new PublicName(it.name(), it.post())).toList());
        }

        /** With those people only whose keys are given. */
        SectionView naming(List<String> people) {
            return new SectionView(
                    id,
                    key,
                    version,
                    kind,
                    name,
                    functions,
                    phone,
                    place,
                    displayOrder,
                    validFrom,
                    validTo,
                    heads.stream().filter(it -> people.contains(it.key())).toList(),
                    null,
                    successor);
        }
    }

    record PersonView(
            long id,
            String key,
            long version,
            String name,
            String post,
            @Nullable SectionRef section,
            boolean named,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record GrantView(
            long id,
            PersonRef person,
            Role role,
            @Nullable SectionRef section,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record CoverView(
            long id,
            PersonRef absent,
            PersonRef deputy,
            Role role,
            String reason,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record DutyView(
            long id,
            String topic,
            SectionRef section,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record MemberView(
            long id,
            PersonRef person,
            GroupFunction function,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {}

    record ItemView(
            String item,
            String legalGround,
            int article20Item,
            Cadence cadence,
            int workingDays,
            String columnKey,
            @Nullable LocalDate latest,
            @Nullable LocalDate owedBy,
            boolean overdue,
            boolean provisional) {}

    record ListView(
            SectionRef section,
            int version,
            @Nullable LocalDate validFrom,
            String note,
            long overdue,
            List<ItemView> items) {}
}
