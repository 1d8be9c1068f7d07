package org.gongkai.opengov.portal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.gongkai.opengov.columns.ColumnId;
import org.gongkai.opengov.columns.ColumnTree;
import org.gongkai.opengov.disclosures.HarvestRegister;
import org.gongkai.opengov.disclosures.HarvestRegister.Change;
import org.gongkai.opengov.disclosures.IndexNumber;
import org.gongkai.opengov.portal.OaiArguments.Verb;
import org.gongkai.opengov.portal.OaiError.Code;
import org.gongkai.platform.pages.PublicFrame;
import org.gongkai.platform.settings.SiteAddress;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The site as other systems harvest it (开放目录收割): OAI-PMH 2.0 with unqualified Dublin Core, one set
 * for each column. What was withdrawn stays as a deleted record for ever ({@code persistent}), of
 * which only the number is told.
 */
@Controller
class OaiProvider {
    private static final String SPACE = "http://www.openarchives.org/OAI/2.0/";
    private static final String FORMAT = "oai_dc";
    private static final int PART = 100;

    private final HarvestRegister register;
    private final PortalSite site;
    private final PublicFrame frame;
    private final SiteAddress address;
    private final Clock clock;

    OaiProvider(
            HarvestRegister register,
            PortalSite site,
            PublicFrame frame,
            SiteAddress address,
            Clock clock) {
        this.register = register;
        this.site = site;
        this.frame = frame;
        this.address = address;
        this.clock = clock;
    }

    /** By GET and by POST alike, as the protocol asks. */
    @RequestMapping(
            path = "/oai",
            method = {RequestMethod.GET, RequestMethod.POST})
    ResponseEntity<String> answer(@RequestParam MultiValueMap<String, String> asked) {
        String body;
        try {
            body = answer(OaiArguments.of(asked), asked);
        } catch (OaiError error) {
            body = refusal(error, asked);
        }
        return ResponseEntity.ok()
                .contentType(MediaType.valueOf("text/xml;charset=UTF-8"))
                .cacheControl(CacheControl.noStore())
                .body(body);
    }

    private String answer(OaiArguments asked, MultiValueMap<String, String> given) {
        var xml = opened();
        request(xml, given, true);
        xml.begin(asked.verb().written());
        switch (asked.verb()) {
            case IDENTIFY -> identify(xml);
            case LIST_METADATA_FORMATS -> formats(xml, asked);
            case LIST_SETS -> sets(xml, asked);
            case GET_RECORD -> record(xml, asked);
            case LIST_IDENTIFIERS, LIST_RECORDS -> list(xml, asked);
        }
        return xml.end().end().written();
    }

    private String refusal(OaiError error, MultiValueMap<String, String> given) {
        var xml = opened();
        request(xml, given, error.code() != Code.BAD_VERB && error.code() != Code.BAD_ARGUMENT);
        return xml.begin("error")
                .attribute("code", error.code().written())
                .content(String.valueOf(error.getMessage()))
                .end()
                .end()
                .written();
    }

    private Xml opened() {
        return new Xml()
                .begin("OAI-PMH", SPACE)
                .attribute("xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance")
                .attribute("xsi:schemaLocation", SPACE + " " + SPACE + "OAI-PMH.xsd")
                .text("responseDate", written(clock.instant()));
    }

    /** What was asked; without its arguments where they were wrong. */
    private void request(Xml xml, MultiValueMap<String, String> given, boolean understood) {
        xml.begin("request");
        if (understood) {
            new LinkedMultiValueMap<>(given).toSingleValueMap().forEach(xml::attribute);
        }
        xml.content(address.absolute("/oai")).end();
    }

    private void identify(Xml xml) {
        var known = site.agency();
        xml.text("repositoryName", frame.site().name())
                .text("baseURL", address.absolute("/oai"))
                .text("protocolVersion", "2.0")
                .text(
                        "adminEmail",
                        known.map(it -> it.contact())
                                .filter(it -> it.matches("\\S+@(\\S+\\.)+\\S+"))
                                .orElse("webmaster@" + address.domain()))
                .text("earliestDatestamp", written(register.earliest().orElse(Instant.EPOCH)))
                .text("deletedRecord", "persistent")
                .text("granularity", "YYYY-MM-DDThh:mm:ssZ");
    }

    private void formats(Xml xml, OaiArguments asked) {
        var identifier = asked.value("identifier");
        if (identifier != null) {
            found(identifier);
        }
        xml.begin("metadataFormat")
                .text("metadataPrefix", FORMAT)
                .text("schema", OaiRecords.DC_SCHEMA)
                .text("metadataNamespace", OaiRecords.DC_SPACE)
                .end();
    }

    private void sets(Xml xml, OaiArguments asked) {
        if (asked.value("resumptionToken") != null) {
            throw new OaiError(Code.BAD_RESUMPTION_TOKEN, "all sets were given at once");
        }
        var tree = site.tree();
        tree.open()
                .forEach(
                        it ->
                                xml.begin("set")
                                        .text("setSpec", OaiRecords.set(tree, it.id()))
                                        .text("setName", it.name())
                                        .end());
    }

    private void record(Xml xml, OaiArguments asked) {
        inOurFormat(asked.needed("metadataPrefix"));
        records().whole(xml, found(asked.needed("identifier")));
    }

    private void list(Xml xml, OaiArguments asked) {
        var selection = selection(asked);
        var found =
                register.changes(
                        selection.from(),
                        selection.before(),
                        columns(selection),
                        selection.after(),
                        PART + 1);
        if (found.isEmpty() && selection.after() == null) {
            throw new OaiError(Code.NO_RECORDS_MATCH, "nothing changed in this time and set");
        }
        var shown = found.subList(0, Math.min(PART, found.size()));
        var records = records();
        for (var it : shown) {
            if (asked.verb() == Verb.LIST_RECORDS) {
                records.whole(xml, it);
            } else {
                records.header(xml, it);
            }
        }
        goOn(xml, selection, found, shown.size());
    }

    private static void goOn(Xml xml, OaiSelection selection, List<Change> found, int shown) {
        var more = found.size() > shown;
        if (!more && selection.after() == null) {
            return;
        }
        xml.begin("resumptionToken").attribute("cursor", Integer.toString(selection.given()));
        if (more) {
            var last = found.get(shown - 1);
            var place = new HarvestRegister.Place(last.changedAt(), last.id().value());
            xml.content(selection.after(place, shown).token());
        }
        xml.end();
    }

    private OaiSelection selection(OaiArguments asked) {
        var token = asked.value("resumptionToken");
        if (token != null) {
            return OaiSelection.of(token)
                    .orElseThrow(() -> new OaiError(Code.BAD_RESUMPTION_TOKEN, "not one of ours"));
        }
        inOurFormat(asked.needed("metadataPrefix"));
        return OaiSelection.of(asked.value("from"), asked.value("until"), asked.value("set"));
    }

    private Set<ColumnId> columns(OaiSelection selection) {
        var set = selection.set();
        if (set == null) {
            return Set.of();
        }
        var tree = site.tree();
        return tree.columns().stream()
                .filter(it -> OaiRecords.set(tree, it.id()).equals(set))
                .findFirst()
                .map(it -> tree.branch(it.id()))
                .orElseThrow(() -> new OaiError(Code.NO_RECORDS_MATCH, "no such set"));
    }

    private Change found(String identifier) {
        var beginning = OaiRecords.beginning(address);
        return (identifier.startsWith(beginning)
                        ? IndexNumber.parse(identifier.substring(beginning.length()))
                        : Optional.<IndexNumber>empty())
                .filter(it -> identifier.equals(beginning + it))
                .flatMap(register::find)
                .orElseThrow(() -> new OaiError(Code.ID_DOES_NOT_EXIST, "no such record"));
    }

    private OaiRecords records() {
        ColumnTree tree = site.tree();
        return new OaiRecords(tree, frame.site().name(), address);
    }

    private static void inOurFormat(String prefix) {
        if (!prefix.equals(FORMAT)) {
            throw new OaiError(Code.CANNOT_DISSEMINATE_FORMAT, "only " + FORMAT);
        }
    }

    static String written(Instant moment) {
        return moment.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
