package org.gongkai.verifier.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.gongkai.verifier.Refusal;
import org.gongkai.verifier.hash.MerkleTree;
import org.gongkai.verifier.hash.Suite;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.JsonObject;
import org.gongkai.verifier.json.Node;
import org.gongkai.verifier.log.SignedLog;
import org.gongkai.verifier.testing.Vectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The certificate at the door — vdraw/1 section 2.4")
public class CertificateTests {

    @Test
    void isTraceableToTheLog() {
        Certificate.Verified found =
                Certificate.verify(Node.root(certificate(2)), List.of(SignedLog.KEY));

        assertThat(found)
                .isEqualTo(
                        new Certificate.Verified(
                                "demo/open-small/sha256",
                                2,
                                "QY-010",
                                List.of("ZF-02", "ZF-04"),
                                "2023-08-25T09:00:00+08:00",
                                true));
        assertThat(Certificate.verify(Node.root(certificate(0)), List.of()).signed()).isFalse();
    }

    @Test
    void isRefusedWithAnyOfItsValuesChanged() {
        Object certificate = certificate(1);

        for (String path : Vectors.leaves(Node.root(certificate))) {
            for (Object other : others(Vectors.at(certificate, path))) {
                assertThatExceptionOfType(Refusal.class)
                        .as(path + " = " + other)
                        .isThrownBy(
                                () ->
                                        Certificate.verify(
                                                Node.root(Vectors.with(certificate, path, other)),
                                                List.of(SignedLog.KEY)));
            }
        }
    }

    @Test
    void isRefusedWithoutTheLogsSignature() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () ->
                                Certificate.verify(
                                        Node.root(certificate(1)), List.of(SignedLog.OTHER_KEY)))
                .satisfies(it -> assertThat(it.path()).isEqualTo("/tlog_proof"));
    }

    private static List<Object> others(Object value) {
        if (value instanceof Long number) {
            return List.of(number + 1, number - 1);
        }
        String text = (String) value;
        var others = new ArrayList<Object>();
        others.add(text + "x");
        int middle = text.length() / 2;
        others.add(
                text.substring(0, middle)
                        + (char) (text.charAt(middle) ^ 1)
                        + text.substring(middle + 1));
        return others;
    }

    /** The certificate of one record of the published example, in a log of three leaves. */
    public static JsonObject certificate(int index) {
        Node expect = Node.root(Vectors.example()).get("expect");
        List<byte[]> records = expect.get("result").items().stream().map(Canonical::bytes).toList();
        String leaf =
                "{\"draw\":\"demo/open-small/sha256\",\"k\":\"draw.result\",\"mh\":\""
                        + expect.get("manifest_hash").text()
                        + "\",\"n\":4,\"root\":\""
                        + expect.get("result_root").text()
                        + "\",\"t\":\"2023-08-25T09:00:00+08:00\",\"v\":\"govlog/1\"}";
        var certificate = new JsonObject();
        certificate.add("spec", "vdraw/1/certificate");
        certificate.add("suite", "sha256");
        certificate.add("draw", "demo/open-small/sha256");
        certificate.add("record", expect.get("result").items().get(index).value());
        certificate.add("index", (long) index);
        certificate.add("size", 4L);
        certificate.add("proof", proof(records, index));
        certificate.add("leaf", leaf);
        certificate.add("tlog_proof", SignedLog.proof(leaf));
        return certificate;
    }

    private static List<Object> proof(List<byte[]> records, int index) {
        int pair = index / 2 * 2;
        return List.of(
                HexFormat.of().formatHex(MerkleTree.leafHash(Suite.SHA256, records.get(index ^ 1))),
                HexFormat.of()
                        .formatHex(
                                MerkleTree.root(
                                        Suite.SHA256, records.subList(2 - pair, 4 - pair))));
    }
}
