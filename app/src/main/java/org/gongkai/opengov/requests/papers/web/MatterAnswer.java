package org.gongkai.opengov.requests.papers.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.opengov.requests.papers.CasePaper;
import org.gongkai.opengov.requests.papers.MatterStanding;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;

/**
 * A matter as the API tells it (逐项答复).
 *
 * @param missing what its answer lacks, in words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record MatterAnswer(
        int position,
        String matter,
        @Nullable String answers,
        @Nullable String outcome,
        @Nullable Map<String, String> told,
        List<Paper> papers,
        List<String> missing) {

    /** A paper that lies with it. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Paper(
            long id,
            String proof,
            @Nullable String words,
            @Nullable String sha256,
            @Nullable String fileName,
            @Nullable Long redaction) {
        static Paper of(CasePaper it) {
            return new Paper(
                    it.id(),
                    it.proof().slug(),
                    it.words(),
                    it.sha256(),
                    it.fileName(),
                    it.redaction());
        }
    }

    static MatterAnswer of(MatterStanding it, Wording wording) {
        var decision = it.decision();
        var told = new TreeMap<String, String>();
        if (decision != null) {
            decision.told().forEach((what, said) -> told.put(what.slug(), said));
        }
        return new MatterAnswer(
                it.position(),
                it.matter(),
                decision == null ? null : decision.answers(),
                decision == null ? null : decision.outcome().slug(),
                decision == null ? null : told,
                it.papers().stream().map(Paper::of).toList(),
                it.missing().stream().map(wording::sentence).toList());
    }
}
