package org.gongkai.verifier.draw;

import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.verifier.beacon.Sources;
import org.gongkai.verifier.hash.Prf;
import org.gongkai.verifier.json.Canonical;
import org.gongkai.verifier.json.Node;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes a draw from its bundle (重算抽取), step by step as {@code vdraw/1} has them, and stops at
 * the first thing that differs.
 */
public final class DrawVerifier {
    private static final Set<String> BUNDLE =
            Set.of(
                    "manifest",
                    "entities",
                    "officers",
                    "recusals",
                    "disclosures",
                    "secret",
                    "amendments",
                    "expect");
    private static final Set<String> EXPECT =
            Set.of(
                    "manifest_hash",
                    "prk",
                    "selected",
                    "reserve",
                    "result",
                    "result_root",
                    "unfilled",
                    "amended",
                    "amended_roots");

    private static final HexFormat HEX = HexFormat.of();

    private final Node bundle;
    private final Node expect;
    private final Consumer<Stage> progress;

    private DrawVerifier(Node bundle, Consumer<Stage> progress) {
        this.progress = progress;
        this.bundle = bundle.only(BUNDLE);
        this.expect = bundle.get("expect").only(EXPECT);
    }

    /**
     * Recomputes the draw of this bundle.
     *
     * @throws org.gongkai.verifier.Refusal naming the first thing that differs or is malformed
     */
    public static VerifiedDraw verify(Node bundle) {
        return verify(bundle, stage -> {});
    }

    /**
     * Recomputes the draw of this bundle and tells each stage as it begins.
     *
     * @throws org.gongkai.verifier.Refusal naming the first thing that differs or is malformed
     */
    public static VerifiedDraw verify(Node bundle, Consumer<Stage> progress) {
        return new DrawVerifier(bundle, progress).verify();
    }

    private VerifiedDraw verify() {
        progress.accept(Stage.LISTS);
        Manifest manifest = Manifest.read(bundle.get("manifest"));
        Expect.hex(
                expect.get("manifest_hash"),
                manifest.hash(),
                "冻结清单的哈希与重新计算不一致",
                "the hash of the manifest");
        Inputs inputs = Inputs.read(bundle, manifest);
        Prf prf = prf(manifest);
        Expect.hex(expect.get("prk"), prf.key(), "随机密钥与重新计算不一致", "the key of the draw");

        progress.accept(Stage.ORDER);
        var selection = new Selection(manifest, inputs, prf);
        selection.compare(expect);
        progress.accept(Stage.TEAMS);
        var teams = new Teams(inputs, manifest.seats(), prf, selection.tasks(prf));
        var staffing = new Staffing(teams, inputs.officers(), prf);
        staffing.fill();
        progress.accept(Stage.RESULT);
        var records = new Records(manifest.suite(), teams, prf);
        records.compare(expect.get("result"), "抽取结果与重新计算不一致", "the result");
        long unfilled = teams.unfilled();
        Expect.integer(expect.get("unfilled"), unfilled, "空缺席位数与重新计算不一致", "empty seats");
        byte[] root = records.root();
        Expect.hex(expect.get("result_root"), root, "结果根与重新计算不一致", "the root of the result");

        progress.accept(Stage.AMENDMENTS);
        int amendments = amend(new Amendments(inputs, selection, teams, staffing), records);
        return new VerifiedDraw(
                manifest.drawId(),
                manifest.seq(),
                HEX.formatHex(manifest.hash()),
                HEX.formatHex(root),
                teams.tasks(),
                unfilled,
                amendments);
    }

    private Prf prf(Manifest manifest) {
        byte[] salt = manifest.salt(bundle.find("secret"));
        byte[] ikm =
                new Sources(manifest.suite(), manifest.drawId(), manifest.sources())
                        .keyingMaterial(manifest.hash(), bundle.get("disclosures"));
        return new Prf(manifest.suite(), Prf.hmac(manifest.suite(), salt, ikm));
    }

    private int amend(Amendments amendments, Records records) {
        Node node = bundle.find("amendments");
        List<Node> steps = node == null ? List.of() : node.items();
        @Nullable Node roots =
                steps.isEmpty() ? expect.find("amended_roots") : expect.get("amended_roots");
        for (int i = 0; i < steps.size(); i++) {
            Canonical.bytes(steps.get(i));
            amendments.apply(steps.get(i));
            if (roots != null && i < roots.items().size()) {
                Expect.hex(
                        roots.items().get(i), records.root(), "变更后的根与重新计算不一致", "the root after it");
            }
        }
        if (roots != null) {
            Expect.size(roots, steps.size(), "变更后的根的个数", "one root for each amendment");
        }
        @Nullable Node amended = steps.isEmpty() ? expect.find("amended") : expect.get("amended");
        if (amended != null) {
            records.compare(amended, "变更后的结果与重新计算不一致", "the result after the amendments");
        }
        return steps.size();
    }
}
