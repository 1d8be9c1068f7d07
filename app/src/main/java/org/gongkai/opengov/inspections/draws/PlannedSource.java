package org.gongkai.opengov.inspections.draws;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.draw.RevealSource;
import org.gongkai.platform.draw.Source;

/**
 * A source of randomness as announced (公告的随机数来源), with its exact issue or round (rule C2). The
 * manifest has the same; of a witness it has what binds the number, which comes between
 * announcement and freeze.
 */
public sealed interface PlannedSource {

    /** Its name in this draw. */
    String id();

    /** What is announced. */
    SortedMap<String, Object> toJson();

    /** Everybody can see it come out: printed numbers, a beacon's round or pulse. */
    record Public(Source source) implements PlannedSource {
        @Override
        public String id() {
            return source.id();
        }

        /** When it comes out. */
        public Instant at() {
            return source.comesOut().orElseThrow();
        }

        @Override
        public SortedMap<String, Object> toJson() {
            return source.toJson();
        }
    }

    /** A witness opens a number of their own (见证人随机数). */
    record Witness(String id, String name) implements PlannedSource {
        private static final String KIND = "reveal";

        /** The source in the manifest, once the witness has bound the number. */
        RevealSource bound(String commitment) {
            return new RevealSource(id, commitment);
        }

        @Override
        public SortedMap<String, Object> toJson() {
            return CanonicalJson.object("id", id, "kind", KIND, "name", name);
        }
    }

    /** Reads what was announced. */
    static PlannedSource of(Object value, Path path) {
        var fields = Fields.any(value, path);
        if (!fields.text("kind").equals(Witness.KIND)) {
            return new Public(Source.of(value, path));
        }
        Fields.of(value, path, List.of("id", "kind", "name"));
        return new Witness(fields.id("id"), fields.text("name"));
    }

    /** The public source, if it is one. */
    default Optional<Public> asPublic() {
        return this instanceof Public it ? Optional.of(it) : Optional.empty();
    }

    /** The witness, if it is one. */
    default Optional<Witness> asWitness() {
        return this instanceof Witness it ? Optional.of(it) : Optional.empty();
    }
}
