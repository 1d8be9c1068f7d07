package org.gongkai.platform.draw;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.Path;

/**
 * A source of randomness announced before it speaks (随机数来源). All that a manifest lists are used;
 * none is chosen afterwards.
 */
public sealed interface Source permits DrandSource, NistSource, NumbersSource, RevealSource {

    /** Its name in this draw. */
    String id();

    /** Whether everybody can see it come out, rather than somebody opening what they hold. */
    boolean isPublic();

    /**
     * What this source gives (取值), once it has been checked that this was it.
     *
     * @param disclosure what is disclosed about it
     * @throws CommitmentRefused if it is not what the manifest announced
     */
    byte[] value(Object disclosure, DrawManifest manifest, Path path);

    /** When it comes out, as announced; empty for what somebody opens. */
    Optional<Instant> comesOut();

    SortedMap<String, Object> toJson();

    static Source of(Object value, Path path) {
        var fields = Fields.any(value, path);
        return switch (fields.text("kind")) {
            case DrandSource.KIND -> DrandSource.of(value, path);
            case NistSource.KIND -> NistSource.of(value, path);
            case NumbersSource.KIND -> NumbersSource.of(value, path);
            case RevealSource.KIND -> RevealSource.of(value, path);
            default -> throw fields.refused("kind", CommitmentFault.NOT_ALLOWED);
        };
    }

    /** A moment with its zone, such as {@code 2021-11-26T21:15:00+08:00}. */
    static Instant moment(String text, Path path) {
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            throw CommitmentRefused.at(path, DrawFault.NOT_A_TIME, text);
        }
    }

    /** The fields of a source: id, kind and these. */
    static Fields fields(Object value, Path path, String... own) {
        var known = new ArrayList<>(List.of(own));
        known.add("id");
        known.add("kind");
        return Fields.of(value, path, known);
    }
}
