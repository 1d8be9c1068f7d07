package org.gongkai.opengov.requests;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.platform.roles.Actor;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The texts of cases as they are searched (案件检索): number, what is asked, notes, evidence and
 * letters, in the transaction that changes them. Who asks is not among them: where a note names the
 * applicant, the name is covered before it is kept.
 */
@Component
class CaseIndex {
    private static final int PART = 500;
    private static final int CANDIDATES = 300;
    private static final int SHOWN = 5;
    private static final double SIMILAR = 0.4;

    private final JdbcClient database;
    private final Requests requests;
    private final Applicants applicants;
    private final TransactionTemplate transaction;

    CaseIndex(
            JdbcClient database,
            Requests requests,
            Applicants applicants,
            TransactionTemplate transaction) {
        this.database = database;
        this.requests = requests;
        this.applicants = applicants;
        this.transaction = transaction;
    }

    /** Reads the case again. Once somebody is erased from it, it stays as it is. */
    void read(long id) {
        if (isErased(id)) {
            return;
        }
        var matters = requests.matters(id);
        var words =
                Stream.concat(
                                Stream.of(requests.find(id).orElseThrow().number()),
                                covered(id, writings(id)))
                        .distinct()
                        .toList();
        keep(id, words, Sketch.joined(Sketch.of(String.join("\n", matters))));
    }

    /** Puts covers in the place of names, for good. */
    void cover(long id, Map<String, String> covers) {
        database.sql(
                        "SELECT words, array_to_string(sketch, ',') FROM request_text WHERE case_id = ?")
                .param(id)
                .query((row, _) -> Map.entry(row.getString(1), row.getString(2)))
                .optional()
                .ifPresent(
                        it -> {
                            var words = it.getKey();
                            for (var each : covers.entrySet()) {
                                words = words.replace(each.getKey(), each.getValue());
                            }
                            keep(id, words.lines().toList(), it.getValue());
                        });
    }

    private void keep(long id, List<String> words, String sketch) {
        var folded = words.stream().map(FoldedText::of).toList();
        var pairs = FoldedText.pairs("");
        folded.forEach(it -> pairs.addAll(FoldedText.pairs(it)));
        database.sql(
                        """
                        INSERT INTO request_text (case_id, words, folded, pairs, sketch)
                        VALUES (:id, :words, :folded, string_to_array(:pairs, E'\\n'),
                            CAST(string_to_array(:sketch, ',') AS integer[]))
                        ON CONFLICT (case_id) DO UPDATE SET words = excluded.words,
                            folded = excluded.folded, pairs = excluded.pairs, sketch = excluded.sketch
                        """)
                .param("id", id)
                .param("words", String.join("\n", words))
                .param("folded", String.join("\n", folded))
                .param("pairs", FoldedText.joined(pairs))
                .param("sketch", sketch)
                .update();
    }

    private List<String> writings(long id) {
        var noted =
                requests.events(id).stream()
                        .map(CaseEvent::facts)
                        .flatMap(it -> Stream.of(it.note(), it.evidence()))
                        .flatMap(it -> Optional.ofNullable(it).stream());
        return Stream.of(requests.everyMatter(id).stream(), noted, requests.letters(id).stream())
                .flatMap(it -> it)
                .flatMap(String::lines)
                .toList();
    }

    /**
     * With the names of who asks covered; nothing of it where the key that opens them is not there.
     */
    private Stream<String> covered(long id, List<String> writings) {
        try {
            var applicant = applicants.find(id);
            return writings.stream().map(it -> applicant.map(who -> who.coveredIn(it)).orElse(it));
        } catch (IllegalStateException e) {
            return Stream.of();
        }
    }

    private boolean isErased(long id) {
        return database.sql(
                        "SELECT num_nonnulls(erased_on, parties_erased_on) > 0 FROM request_case"
                                + " WHERE id = ?")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /**
     * Reads what came in otherwise than at the desk, brought over from another system: some at a
     * time, so that nobody at the desk waits for it.
     */
    @Scheduled(fixedDelay = 20_000, initialDelay = 45_000)
    void readTheRest() {
        transaction.executeWithoutResult(_ -> part());
    }

    private void part() {
        var unread =
                database.sql(
                                """
                                SELECT id FROM request_case c WHERE NOT EXISTS
                                    (SELECT 1 FROM request_text t WHERE t.case_id = c.id)
                                ORDER BY id DESC LIMIT ?
                                """)
                        .param(PART)
                        .query(Long.class)
                        .list();
        unread.forEach(this::read);
    }

    /** Where these words stand in these cases. */
    Map<Long, Passage> passages(List<Long> ids, String words) {
        var terms = FoldedText.terms(words);
        var found = new HashMap<Long, Passage>();
        if (!ids.isEmpty() && !terms.isEmpty()) {
            RowCallbackHandler reading =
                    row -> {
                        var id = row.getLong(1);
                        Passage.of(row.getString(2), terms).ifPresent(it -> found.put(id, it));
                    };
            database.sql("SELECT case_id, words FROM request_text WHERE case_id IN (:ids)")
                    .param("ids", ids)
                    .query(reading);
        }
        return found;
    }

    /** Earlier requests of others that ask for much the same and that this person may see. */
    List<SimilarCase> similar(Actor by, RequestCase request, List<String> matters) {
        var asked = String.join("\n", matters);
        return similar(by, asked, requests.sketched(request, Sketch.of(asked), CANDIDATES));
    }

    /** Requests that ask for much the same as these words and that this person may see. */
    List<SimilarCase> similar(Actor by, String asked) {
        return similar(by, asked, requests.sketched(by.agency(), Sketch.of(asked), CANDIDATES));
    }

    private List<SimilarCase> similar(Actor by, String asked, List<RequestCase> sketched) {
        var candidates = sketched.stream().filter(it -> RequestRights.sees(by, it)).toList();
        var ids = candidates.stream().map(RequestCase::id).toList();
        var texts = requests.words(ids);
        var similar = new ArrayList<SimilarCase>();
        for (var it : candidates) {
            var words = texts.getOrDefault(it.id(), "");
            var alike = Likeness.of(asked, words);
            if (alike >= SIMILAR) {
                similar.add(new SimilarCase(it, words, (int) Math.round(100 * alike), null));
            }
        }
        similar.sort(
                Comparator.comparingInt(SimilarCase::percent)
                        .reversed()
                        .thenComparing(it -> -it.request().id()));
        var shown = similar.stream().limit(SHOWN).toList();
        var outcomes = requests.outcomes(shown.stream().map(it -> it.request().id()).toList());
        return shown.stream()
                .map(
                        it ->
                                new SimilarCase(
                                        it.request(),
                                        it.words(),
                                        it.percent(),
                                        outcomes.get(it.request().id())))
                .toList();
    }
}
