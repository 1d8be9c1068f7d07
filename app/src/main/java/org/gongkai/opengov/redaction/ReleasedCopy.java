package org.gongkai.opengov.redaction;

import java.time.Instant;
import java.util.List;
import org.gongkai.platform.roles.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A copy made for release (公开件), or the try to make one.
 *
 * @param jobVersion the version of the job whose marks it was made of
 * @param marks their numbers, in order
 * @param sha256 of the stored file; null unless it is done
 * @param parts the list of grounds; empty unless it is done
 * @param proof what the check found; null unless it is done
 * @param refusal why there is none, a sentence; null unless it was refused
 */
public record ReleasedCopy(
        long id,
        long job,
        long jobVersion,
        List<Long> marks,
        State state,
        int pagesDone,
        PersonId askedBy,
        Instant askedAt,
        @Nullable Instant endedAt,
        @Nullable String sha256,
        @Nullable String fileName,
        List<RemovedPart> parts,
        @Nullable Proof proof,
        @Nullable String refusal) {

    public ReleasedCopy {
        marks = List.copyOf(marks);
        parts = List.copyOf(parts);
    }

    /** How far it is. */
    public enum State {
        /** 等待. */
        WAITING,
        /** 生成中. */
        RUNNING,
        /** 已生成. */
        DONE,
        /** 未生成. */
        REFUSED
    }

    /** Whether it is still being made. */
    public boolean isOpen() {
        return state == State.WAITING || state == State.RUNNING;
    }
}
