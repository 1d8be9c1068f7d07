package org.gongkai.opengov.projects;

import org.gongkai.platform.organization.RegionCode;
import org.gongkai.platform.pages.Wording;
import org.jsoup.nodes.Element;
import org.springframework.stereotype.Component;

/**
 * The text that makes an entry public (公开稿正文): what was found open, and of the rest that it is
 * withheld and on which ground.
 */
@Component
class EntryPaper {
    private final Wording wording;

    EntryPaper(Wording wording) {
        this.wording = wording;
    }

    String html(KeyProject project, ProjectEntry entry) {
        var facts = entry.facts();
        var body = new Element("div");
        body.appendElement("p")
                .text(
                        wording.say(
                                "projects.paper.lead",
                                project.facts().name(),
                                project.facts().builder(),
                                new RegionCode(project.facts().district()).regionName(),
                                wording.say("projects.stage." + facts.stage().slug()),
                                wording.say("projects.kind." + facts.kind().slug())));
        body.appendElement("p")
                .text(wording.say("projects.paper.importance", project.facts().importance()));
        var table = body.appendElement("table");
        row(
                table.appendElement("thead"),
                "th",
                wording.say("projects.field.name"),
                wording.say("projects.field.value"));
        var rows = table.appendElement("tbody");
        for (var field : entry.fields()) {
            var found = field.screening();
            if (found == null) {
                continue;
            }
            if (found.outcome() == Outcome.OPEN) {
                row(rows, "td", field.name(), field.value());
            } else {
                row(
                        rows,
                        "td",
                        found.outcome() == Outcome.STATE_SECRET
                                ? wording.say("projects.field.one")
                                : field.name(),
                        wording.say(
                                "projects.field.withheld",
                                wording.say("projects.outcome." + found.outcome().slug()),
                                found.ground()));
            }
        }
        if (facts.kind().negotiation()) {
            body.appendElement("p").text(wording.say("projects.paper.consented"));
        }
        return body.html();
    }

    private static void row(Element in, String cell, String name, String value) {
        var row = in.appendElement("tr");
        row.appendElement(cell).text(name);
        row.appendElement(cell).text(value);
    }
}
