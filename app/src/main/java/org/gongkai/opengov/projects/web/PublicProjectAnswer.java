package org.gongkai.opengov.projects.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.projects.PublicProjects;
import org.jspecify.annotations.Nullable;

/** A key project as everybody's programs read it (重点项目公开接口的回答). */
record PublicProjectAnswer(
        Line project,
        String agency,
        List<Entry> entries,
        List<Withheld> withheld,
        List<TakenBack> takenBack) {

    /** In the list. */
    record Line(
            long number,
            String name,
            String builder,
            @Nullable String investor,
            String district,
            String kind,
            String importance,
            String state,
            @Nullable LocalDate landedOn,
            @Nullable LocalDate landingCorrectedOn,
            String consent,
            int entries,
            @Nullable Instant latest,
            List<Integer> years) {

        static Line of(PublicProjects.Line it) {
            return new Line(
                    it.number(),
                    it.name(),
                    it.builder(),
                    it.investor(),
                    it.district(),
                    it.kind().slug(),
                    it.importance(),
                    it.state().publicSlug(),
                    it.landedOn(),
                    it.landingCorrectedOn(),
                    ProjectWords.slug(it.consent()),
                    it.entries(),
                    it.latest(),
                    it.years());
        }
    }

    /** An entry with its document. */
    record Entry(
            String stage,
            String kind,
            boolean negotiation,
            String title,
            LocalDate formedOn,
            Instant publishedAt,
            String indexNumber,
            String address,
            List<Field> fields) {

        static Entry of(PublicProjects.Entry it) {
            return new Entry(
                    it.stage().slug(),
                    it.kind().slug(),
                    it.kind().negotiation(),
                    it.title(),
                    it.formedOn(),
                    it.at(),
                    it.document().indexNumber().toString(),
                    it.document().indexNumber().path(),
                    it.fields().stream()
                            .map(
                                    field ->
                                            new Field(
                                                    field.name(),
                                                    field.value(),
                                                    field.outcome().slug(),
                                                    field.ground()))
                            .toList());
        }
    }

    /** What is said, or withheld. */
    record Field(String name, @Nullable String value, String outcome, String ground) {}

    /** What is wholly withheld. */
    record Withheld(String stage, String outcome, int fields) {}

    /** What was taken back. */
    record TakenBack(LocalDate on, String why, int entries) {}

    static PublicProjectAnswer of(PublicProjects.One one) {
        return new PublicProjectAnswer(
                Line.of(one.line()),
                one.agency(),
                one.entries().stream().map(Entry::of).toList(),
                one.withheld().stream()
                        .map(
                                it ->
                                        new Withheld(
                                                it.stage().slug(),
                                                it.outcome().slug(),
                                                it.fields()))
                        .toList(),
                one.takenBack().stream()
                        .map(
                                it ->
                                        new TakenBack(
                                                it.on(), ProjectWords.slug(it.why()), it.entries()))
                        .toList());
    }
}
