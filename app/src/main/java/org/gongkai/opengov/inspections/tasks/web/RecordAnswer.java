package org.gongkai.opengov.inspections.tasks.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.gongkai.opengov.inspections.results.Measure;
import org.gongkai.opengov.inspections.results.ResultValue;
import org.gongkai.opengov.inspections.tasks.Evidence;
import org.gongkai.opengov.inspections.tasks.Question;
import org.gongkai.opengov.inspections.tasks.VisitContent;
import org.gongkai.opengov.inspections.tasks.VisitSave;
import org.gongkai.opengov.inspections.tasks.VisitSheet;
import org.jspecify.annotations.Nullable;

/** A record of inspection as the API tells it (检查记录). */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RecordAnswer(
        int base,
        int formVersion,
        List<Question> questions,
        List<Value> values,
        VisitContent content,
        @Nullable String presentName,
        List<Photo> photos,
        List<Beside> beside,
        List<String> measures,
        @Nullable Order rectification,
        List<Handed> handOvers) {

    /** A result that may be chosen. */
    record Value(String code, String term) {
        static Value of(ResultValue it) {
            return new Value(it.code(), it.term());
        }
    }

    /** A picture; the hash is that of the picture as it was taken. */
    record Photo(long id, String question, String name, long size, String sha256, Instant addedAt) {
        static Photo of(Evidence it) {
            return new Photo(
                    it.id(), it.question(), it.name(), it.size(), it.sha256(), it.addedAt());
        }
    }

    /** A save that another came before. */
    record Beside(long id, long person, Instant savedAt, VisitContent content) {
        static Beside of(VisitSave it) {
            return new Beside(it.id(), it.person().value(), it.savedAt(), it.content());
        }
    }

    /** What is to be put right. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Order(
            LocalDate dueOn,
            @Nullable LocalDate reportedOn,
            @Nullable LocalDate recheckBy,
            @Nullable LocalDate recheckedOn,
            @Nullable Boolean passed) {}

    /** A hand-over. */
    record Handed(String measure, String receiver, String paper, LocalDate on) {}

    static RecordAnswer of(VisitSheet sheet) {
        return new RecordAnswer(
                sheet.base(),
                sheet.form().version(),
                sheet.form().questions(),
                sheet.values().stream().map(Value::of).toList(),
                sheet.content(),
                sheet.present().name().isEmpty() ? null : sheet.present().name(),
                sheet.evidence().stream().map(Photo::of).toList(),
                sheet.beside().stream().map(Beside::of).toList(),
                sheet.measures().stream().map(Measure::slug).toList(),
                sheet.rectification()
                        .map(
                                it ->
                                        new Order(
                                                it.dueOn(),
                                                it.reportedOn(),
                                                sheet.recheckBy(),
                                                it.recheckedOn(),
                                                it.passed()))
                        .orElse(null),
                sheet.handOvers().stream()
                        .map(
                                it ->
                                        new Handed(
                                                it.measure().slug(),
                                                it.receiver(),
                                                it.paper(),
                                                it.handedOn()))
                        .toList());
    }
}
