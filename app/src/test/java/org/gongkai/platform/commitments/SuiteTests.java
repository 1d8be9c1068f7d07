package org.gongkai.platform.commitments;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SM3Digest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;
import org.gongkai.platform.draw.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Suites (算法套件)")
class SuiteTests {

    @Test
    void haveTheDigestsOfTheNationalStandard() {
        for (var each : Vectors.json("sm2-sm3.json").get("sm3")) {
            assertThat(Vectors.hex(Suite.SM3.hash(Vectors.hex(each.get("message_hex").asString()))))
                    .as(each.get("name").asString())
                    .isEqualTo(each.get("digest").asString());
        }
    }

    /** What election auditors publish for their sampler begins with the same hash. */
    @Test
    void haveTheDigestsOfAPublishedElectionSampler() {
        var vectors = Vectors.json("cryptorandom.json");
        for (var index = 1; index <= 2; index++) {
            var message = vectors.get("seed").asString() + "," + "\u0000".repeat(index);
            assertThat(Vectors.hex(Suite.SHA256.hash(message.getBytes(StandardCharsets.UTF_8))))
                    .isEqualTo(vectors.get("hash_index_" + index).asString());
        }
    }

    @Test
    void computeTheSameCodesAsOtherPrograms() throws GeneralSecurityException {
        var random = new Random(3);
        for (var round = 0; round < 200; round++) {
            var key = new byte[32];
            var message = new byte[random.nextInt(200)];
            random.nextBytes(key);
            random.nextBytes(message);
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            var sm3 = new HMac(new SM3Digest());
            sm3.init(new KeyParameter(key));
            sm3.update(message, 0, message.length);
            var code = new byte[32];
            sm3.doFinal(code, 0);

            assertThat(Suite.SHA256.hmac(key).of(message)).isEqualTo(mac.doFinal(message));
            assertThat(Suite.SM3.hmac(key).of(message)).isEqualTo(code);
        }
    }
}
