package org.gongkai.platform.transparencylog;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.bouncycastle.crypto.params.Ed25519PrivateKeyParameters;
import org.bouncycastle.crypto.signers.Ed25519Signer;
import org.gongkai.platform.settings.SecretBox;
import org.gongkai.platform.settings.Secrets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The keys the log signs with (日志密钥): Ed25519 for the world, SM2 for the assessment of commercial
 * cryptography (密评). Made once, in the transaction of the first leaf; their secret parts lie
 * closed.
 */
@Repository
class LogKeys {
    private final JdbcClient database;
    private final SecretBox box;

    LogKeys(JdbcClient database, Secrets secrets) {
        this.database = database;
        this.box = new SecretBox(secrets, "log-key");
    }

    private enum Kind {
        ED25519,
        SM2
    }

    /** The public keys, Ed25519 first; none before the first leaf. */
    List<NoteKey> all() {
        return database.sql("SELECT kind, name, public_key FROM log_key ORDER BY kind")
                .query(
                        (row, at) ->
                                new NoteKey(
                                        row.getString(2),
                                        typeOf(Kind.valueOf(row.getString(1))),
                                        row.getBytes(3)))
                .list();
    }

    /** Makes both keys for a new log of this name. */
    void make(String origin, Instant now) {
        var seed = new byte[Ed25519PrivateKeyParameters.KEY_SIZE];
        new SecureRandom().nextBytes(seed);
        var edwards = new Ed25519PrivateKeyParameters(seed).generatePublicKey().getEncoded();
        keep(Kind.ED25519, origin, edwards, seed, now);
        var secret = Sm2.newSecret();
        keep(Kind.SM2, origin, Sm2.material(secret), secret, now);
    }

    /** The lines of the log under this text, one for each key. */
    String sign(String text) {
        var message = text.getBytes(StandardCharsets.UTF_8);
        var lines = new StringBuilder();
        for (var key : all()) {
            var kind = key.type() == NoteKey.OWN ? Kind.SM2 : Kind.ED25519;
            var secret = open(kind, key.name());
            var signature = kind == Kind.SM2 ? Sm2.sign(secret, message) : ed25519(secret, message);
            lines.append(SignedNote.line(key, signature));
        }
        return lines.toString();
    }

    /** The log's name, as its keys have it. */
    String origin() {
        return database.sql("SELECT name FROM log_key WHERE kind = 'ED25519'")
                .query(String.class)
                .single();
    }

    private byte[] open(Kind kind, String name) {
        try {
            return box.open(secret(kind), place(kind, name));
        } catch (IllegalStateException otherSecret) {
            throw new UnusableKey(otherSecret);
        }
    }

    private void keep(Kind kind, String name, byte[] open, byte[] secret, Instant now) {
        database.sql(
                        "INSERT INTO log_key (kind, name, public_key, secret, made_at)"
                                + " VALUES (?, ?, ?, ?, ?)")
                .params(
                        kind.name(),
                        name,
                        open,
                        box.close(secret, place(kind, name)),
                        Timestamp.from(now))
                .update();
    }

    private byte[] secret(Kind kind) {
        return database.sql("SELECT secret FROM log_key WHERE kind = ?")
                .param(kind.name())
                .query((row, at) -> row.getBytes(1))
                .single();
    }

    private static byte[] ed25519(byte[] seed, byte[] message) {
        var signer = new Ed25519Signer();
        signer.init(true, new Ed25519PrivateKeyParameters(seed));
        signer.update(message, 0, message.length);
        return signer.generateSignature();
    }

    private static int typeOf(Kind kind) {
        return kind == Kind.SM2 ? NoteKey.OWN : NoteKey.ED25519;
    }

    private static String place(Kind kind, String name) {
        return "log_key:" + kind + ":" + name;
    }
}
