package org.gongkai.platform.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.CommitmentRefused;
import org.gongkai.platform.commitments.Fault;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Draw (抽取)")
class DrawTests {

    @Test
    void comesOutTheSameEachTimeAndFromItsOwnBundle() {
        var random = new RandomDraws(2015058);
        for (var round = 0; round < 500; round++) {
            var builder = random.next();
            var draw = builder.draw();
            var amendments = random.amendments(draw).toArray(Amendment[]::new);
            var text = DrawBuilder.text(builder.bundle(amendments));

            var again = DrawVerification.of(text);

            assertThat(again.refused()).as("round " + round).isNull();
            assertThat(again.resultRoot()).isEqualTo(draw.root()).isEqualTo(builder.draw().root());
        }
    }

    @Test
    void tellsHowFarItHasCome() {
        var bundle = new RandomDraws(3, 120, 24).next().bundle();
        var told = new EnumMap<DrawProgress.Stage, Long>(DrawProgress.Stage.class);
        var of = new EnumMap<DrawProgress.Stage, Long>(DrawProgress.Stage.class);

        var draw =
                Draw.of(
                        bundle.manifest(),
                        bundle.directories(),
                        bundle.disclosures(),
                        bundle.secret(),
                        (stage, done, all) -> {
                            told.merge(stage, done, Math::max);
                            of.put(stage, all);
                        });

        assertThat(told).isEqualTo(of).containsOnlyKeys(DrawProgress.Stage.values());
        assertThat(of)
                .containsEntry(
                        DrawProgress.Stage.TICKETS, (long) bundle.directories().entities().size())
                .containsEntry(DrawProgress.Stage.RESULT, (long) draw.visits().size());
    }

    @Test
    void hangsOnEachOfItsSources() {
        var base = draw(it -> {}).prk();

        assertThat(
                        List.of(
                                base,
                                draw(it -> it.numbers(1, 2, 4)).prk(),
                                draw(it -> it.witness("证人", 1, true)).prk(),
                                draw(it -> it.witness("证人", 2, true)).prk(),
                                draw(it -> it.witness("证人", 2, false)).prk(),
                                draw(DrawBuilder::sealed).prk(),
                                draw(it -> it.suite(Suite.SM3)).prk(),
                                draw(it -> it.recusal("企业0000", "人员000")).prk()))
                .doesNotHaveDuplicates();
    }

    @Test
    void takesNoSecretInOpenModeAndNeedsItsOwnInSealed() {
        var open = new DrawBuilder().draws(1).entities(2).officers(2).bundle();
        var sealed = new DrawBuilder().sealed().draws(1).entities(2).officers(2).bundle();

        assertRefused(
                () -> redrawn(open, open.disclosures(), "0".repeat(64)),
                CommitmentFault.UNKNOWN_KEY);
        assertRefused(() -> redrawn(sealed, sealed.disclosures(), null), CommitmentFault.MISSING);
        assertRefused(
                () -> redrawn(sealed, sealed.disclosures(), "0".repeat(64)),
                DrawFault.BROKEN_COMMITMENT);
        assertRefused(
                () -> redrawn(sealed, sealed.disclosures(), "0".repeat(62)),
                CommitmentFault.NOT_HEX);
    }

    @Test
    void takesExactlyTheSourcesAnnounced() {
        var bundle = new DrawBuilder().draws(1).entities(2).officers(2).bundle();
        var more = new TreeMap<>(bundle.disclosures());
        more.put("另一来源", Map.of("absent", true));

        assertRefused(() -> redrawn(bundle, more, null), DrawFault.UNKNOWN_SOURCE);
        assertRefused(() -> redrawn(bundle, Map.of(), null), CommitmentFault.MISSING);
    }

    @Test
    void isRefusedWithoutAPublicSource() {
        var json = manifestJson();
        var nonce = new RevealSource("证人", "0".repeat(64)).toJson();
        json.put("sources", List.of(nonce));

        assertRefused(() -> DrawManifest.of(json, Path.ROOT), DrawFault.NO_PUBLIC_SOURCE);
    }

    @Test
    void isRefusedByAManifestThatSaysSomethingElse() {
        assertRefusedWith("seats", List.of("lead"), DrawFault.TOO_FEW_SEATS);
        assertRefusedWith("seats", Collections.nCopies(9, ""), CommitmentFault.TOO_MANY);
        assertRefusedWith("spec", "vdraw/2", CommitmentFault.NOT_ALLOWED);
        assertRefusedWith("suite", "md5", CommitmentFault.NOT_ALLOWED);
        assertRefusedWith("mode", "secret", CommitmentFault.NOT_ALLOWED);
        assertRefusedWith("seq", -1L, CommitmentFault.OUT_OF_RANGE);
        assertRefusedWith("extra", 1L, CommitmentFault.UNKNOWN_KEY);
        assertRefusedWith("secret_commit", "0".repeat(64), CommitmentFault.UNKNOWN_KEY);
        var stratum = new Stratum("一般", new Quota.Count(1)).toJson();
        assertRefusedWith("strata", List.of(stratum, stratum), DrawFault.REPEATED);
        var source =
                new NumbersSource("n", "n", "1", "2021-11-26T21:15:00+08:00", List.of()).toJson();
        assertRefusedWith("sources", List.of(source, source), DrawFault.REPEATED);
    }

    @Test
    void isRefusedWithListsThatNameWhatThereIsNot() {
        assertRefused(
                () -> draw(it -> it.entity("企业", "无此类", null, null)), DrawFault.UNKNOWN_STRATUM);
        assertRefused(() -> draw(it -> it.recusal("无此企业", "人员000")), DrawFault.UNKNOWN_ENTITY);
        assertRefused(() -> draw(it -> it.recusal("企业0000", "无此人")), DrawFault.UNKNOWN_OFFICER);
        assertRefused(() -> draw(it -> it.entity("企业0000")), DrawFault.NOT_ASCENDING);
    }

    @Test
    void isMadeOfNothingToo() {
        var draw = new DrawBuilder().draws(3).draw();

        assertThat(draw.visits()).isEmpty();
        assertThat(draw.root())
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void keepsHowAListSaysThings() {
        for (var text :
                List.of(
                        "{\"id\":\"a\",\"stratum\":\"s\"}",
                        "{\"id\":\"a\",\"stratum\":\"s\",\"w\":1}",
                        "{\"id\":\"a\",\"need\":\"水\",\"stratum\":\"s\",\"w\":1000}")) {
            assertThat(CanonicalJson.text(Entity.of(json(text), Path.ROOT).toJson()))
                    .isEqualTo(text);
        }
        for (var text :
                List.of(
                        "{\"id\":\"a\"}",
                        "{\"id\":\"a\",\"tags\":[]}",
                        "{\"cap\":0,\"id\":\"a\",\"load0\":0,\"tags\":[\"lead\",\"水\"]}")) {
            var read = Officer.of(json(text), Path.ROOT).toJson();
            assertThat(CanonicalJson.text(read)).isEqualTo(text);
        }
    }

    private static Draw draw(Consumer<DrawBuilder> with) {
        var builder = new DrawBuilder().draws(1).entities(2).officers(2);
        with.accept(builder);
        return builder.draw();
    }

    private static Draw redrawn(
            DrawBundle bundle, Map<String, Object> disclosures, @Nullable String secret) {
        return Draw.of(bundle.manifest(), bundle.directories(), disclosures, secret);
    }

    private static Map<String, Object> manifestJson() {
        return new TreeMap<>(
                Fields.any(
                                JsonReader.read(
                                        CanonicalJson.write(
                                                new DrawBuilder()
                                                        .draws(1)
                                                        .entities(2)
                                                        .officers(2)
                                                        .manifest()
                                                        .toJson())),
                                Path.ROOT)
                        .values());
    }

    private static void assertRefusedWith(String key, Object value, Fault fault) {
        var json = manifestJson();
        json.put(key, value);
        assertRefused(() -> DrawManifest.of(json, Path.ROOT), fault);
    }

    private static void assertRefused(ThrowingCallable doing, Fault fault) {
        assertThatThrownBy(doing)
                .isInstanceOfSatisfying(
                        CommitmentRefused.class, it -> assertThat(it.fault()).isEqualTo(fault));
    }

    private static Object json(String text) {
        return JsonReader.read(text.getBytes(UTF_8));
    }
}
