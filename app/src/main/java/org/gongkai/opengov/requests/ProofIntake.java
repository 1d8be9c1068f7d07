package org.gongkai.opengov.requests;

import java.io.InputStream;
import java.util.EnumSet;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.files.MediaKind;
import org.gongkai.platform.files.UploadLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes in pictures of identity papers and scans of mandates (上传证明材料), before the form is sent. */
@Service
public class ProofIntake {
    /** JPEG, PNG or PDF up to 10 MB. */
    public static final UploadLimits LIMITS =
            new UploadLimits(
                    10L * 1024 * 1024, EnumSet.of(MediaKind.JPEG, MediaKind.PNG, MediaKind.PDF));

    private final ProofFiles proofs;
    private final RequestTries tries;
    private final FileStore files;

    ProofIntake(ProofFiles proofs, RequestTries tries, FileStore files) {
        this.proofs = proofs;
        this.tries = tries;
        this.files = files;
    }

    /**
     * Keeps one, sealed, for a day or until its form is sent.
     *
     * @param origin the network address it came from; null from the office, which is not slowed
     * @return the code by which the form names it
     */
    @Transactional
    public String keep(ProofKind what, String name, InputStream content, @Nullable String origin) {
        if (origin != null) {
            tries.upload(origin);
        }
        return proofs.keep(what, files.examine(content, name, LIMITS));
    }
}
