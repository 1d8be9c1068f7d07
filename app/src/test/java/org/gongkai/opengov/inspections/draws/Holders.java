package org.gongkai.opengov.inspections.draws;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.MGF1ParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.spec.OAEPParameterSpec;
import javax.crypto.spec.PSource;
import org.gongkai.testing.ApiClient;

/** Three holders of the escrow with keys of their own (三名托管人), in place of those there were. */
public final class Holders {
    private static final String ADDRESS = "/api/v1/inspections/escrow-holders";

    private static final List<KeyPair> KEYS = keys();

    private Holders() {}

    public static void take(ApiClient keeper) {
        keeper.get(ADDRESS)
                .expect(200)
                .at("/items")
                .forEach(it -> keeper.delete(ADDRESS + "/" + it.get("id").asLong()).expect(204));
        for (var at = 0; at < KEYS.size(); at++) {
            keeper.post(ADDRESS, Map.of("name", "托管人" + (at + 1), "publicKey", pem(at)))
                    .expect(201);
        }
    }

    /** What a holder opens with the private key. */
    public static String open(int holder, byte[] sealed) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("RSA/ECB/OAEPPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                KEYS.get(holder).getPrivate(),
                new OAEPParameterSpec(
                        "SHA-256", "MGF1", MGF1ParameterSpec.SHA256, PSource.PSpecified.DEFAULT));
        return new String(cipher.doFinal(sealed), StandardCharsets.US_ASCII);
    }

    private static String pem(int holder) {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(KEYS.get(holder).getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static List<KeyPair> keys() {
        try {
            var making = KeyPairGenerator.getInstance("RSA");
            making.initialize(3072);
            var keys = new ArrayList<KeyPair>();
            for (var at = 0; at < 3; at++) {
                keys.add(making.generateKeyPair());
            }
            return keys;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
