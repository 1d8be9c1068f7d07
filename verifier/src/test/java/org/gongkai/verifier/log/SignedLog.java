package org.gongkai.verifier.log;

import java.util.Base64;
import java.util.List;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Suite;

/** A small log of three leaves, signed. */
public final class SignedLog {
    private static final NoteSigner SIGNER =
            NoteSigner.of("log.example/demo", NoteKey.ED25519, new byte[32]);

    /** Its key. */
    public static final NoteKey KEY = SIGNER.key();

    /** A key of the same name that has not signed. */
    public static final NoteKey OTHER_KEY =
            NoteSigner.of("log.example/demo", NoteKey.ED25519, Suite.SHA256.hash(new byte[1]))
                    .key();

    private SignedLog() {}

    /** The receipt of a leaf that stands between two others. */
    public static String proof(String leaf) {
        byte[] before = Suite.utf8("before");
        byte[] after = Suite.utf8("after");
        byte[] root = MerkleTree.root(Suite.SHA256, List.of(before, Suite.utf8(leaf), after));
        String text = "log.example/demo\n3\n" + base64(root) + "\n";
        return "c2sp.org/tlog-proof@v1\nindex 1\n"
                + base64(MerkleTree.leafHash(Suite.SHA256, before))
                + "\n"
                + base64(MerkleTree.leafHash(Suite.SHA256, after))
                + "\n\n"
                + text
                + "\n"
                + SIGNER.sign(text);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
