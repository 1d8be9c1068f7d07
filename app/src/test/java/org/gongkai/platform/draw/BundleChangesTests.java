package org.gongkai.platform.draw;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.gongkai.platform.commitments.CanonicalJson;
import org.gongkai.platform.commitments.CommitmentFault;
import org.gongkai.platform.commitments.Difference;
import org.gongkai.platform.commitments.Fields;
import org.gongkai.platform.commitments.JsonReader;
import org.gongkai.platform.commitments.Path;
import org.gongkai.platform.commitments.Suite;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@DisplayName("Changes of a published bundle (公开数据包被改动)")
class BundleChangesTests {

    @ParameterizedTest
    @EnumSource
    void areAllRefusedAndTheFirstIsNamed(Suite suite) {
        var published = published(suite);
        assertThat(verify(published).valid()).isTrue();
        var tried = 0;
        for (var place : Mutations.places(published)) {
            for (var changed : Mutations.at(published, place)) {
                if (bindsNothing(place)) {
                    continue;
                }
                var verification = verify(changed);
                var what = place + " of " + Difference.shown(changed);
                assertThat(verification.valid()).as(what).isFalse();
                assertThat(verification.refused()).as(what).isNotNull();
                tried++;
            }
        }
        assertThat(tried).isGreaterThan(900);
    }

    @Test
    void ofWhatCameOutAreNamedWhereTheyAre() {
        var published = published(Suite.SHA256);
        for (var place : Mutations.places(published)) {
            if (!place.toString().startsWith("/expect/")) {
                continue;
            }
            var value = Mutations.get(published, place);
            if (value instanceof List<?> || value instanceof Map<?, ?>) {
                continue;
            }
            var refused = verify(Mutations.at(published, place).getFirst()).refused();
            assertThat(refused).isNotNull();
            assertThat(refused.path()).isEqualTo(place.toString());
            assertThat(refused.fault()).isEqualTo(CommitmentFault.DIFFERS);
            assertThat(refused.actual()).isEqualTo(value.toString());
        }
    }

    @Test
    void inTheListsAreNamedByTheirRoot() {
        var text = new String(DrawBuilder.text(draw(Suite.SHA256).bundle()), UTF_8);
        var changed =
                text.replace(
                        "{\"id\":\"丁\",\"stratum\":\"重点\"}", "{\"id\":\"丁\",\"stratum\":\"一般\"}");
        assertThat(changed).isNotEqualTo(text);

        var refused = DrawVerification.of(changed.getBytes(UTF_8)).refused();

        assertThat(refused).isNotNull();
        assertThat(refused.path()).isEqualTo("/manifest/entities/root");
    }

    @Test
    void ofTheOrderOfRecordsAreRefused() {
        var published = published(Suite.SHA256);
        for (var list : List.of("entities", "officers", "recusals")) {
            var records =
                    new ArrayList<Object>((List<?>) Mutations.get(published, Path.ROOT.at(list)));
            records.addFirst(records.removeLast());
            var changed = new TreeMap<String, Object>(Fields.any(published, Path.ROOT).values());
            changed.put(list, records);

            var refused = verify(changed).refused();
            assertThat(refused).isNotNull();
            assertThat(refused.fault()).isEqualTo(DrawFault.NOT_ASCENDING);
        }
    }

    /**
     * Reasons, and which visits of other officers were made, bind nothing in a bundle: the log's
     * leaves do.
     */
    private static boolean bindsNothing(Path place) {
        var text = place.toString();
        return text.matches("/amendments/\\d+/(reason|done.*)")
                || text.equals("/amendments/2/done");
    }

    private static DrawBuilder draw(Suite suite) {
        return new DrawBuilder()
                .suite(suite)
                .sealed()
                .seats("lead", "")
                .cap(3)
                .witness("证人甲", 7, true)
                .witness("证人乙", 8, false)
                .stratum("重点", new Quota.Ratio(1, 2, null))
                .stratum("一般", new Quota.PerOfficer(1, 2, 1L))
                .entity("甲", "重点", 3, null)
                .entity("乙", "重点", null, "水")
                .entity("丙", "重点", null, "水")
                .entity("丁", "重点", null, null)
                .entity("戊", "一般", null, null)
                .entity("己", "一般", 2, null)
                .entity("𠀀", "一般", null, null)
                .entity("Ａ", "一般", null, null)
                .officer(new Officer("一", List.of("lead", "水"), null, 2))
                .officer(new Officer("二", List.of("lead"), 2, null))
                .officer(new Officer("三", List.of("lead", "水"), null, null))
                .officer(new Officer("四", null, null, null))
                .recusal("甲", "四")
                .recusal("𠀀", "一");
    }

    private static Object published(Suite suite) {
        var amendments =
                new Amendment[] {
                    new Amendment.ReplaceEntity(0, "closed"),
                    new Amendment.ReplaceOfficer(1, 1, "ill"),
                    new Amendment.RemoveOfficer("三", List.of(0), "left")
                };
        return JsonReader.read(DrawBuilder.text(draw(suite).bundle(amendments)));
    }

    private static DrawVerification verify(Object bundle) {
        return DrawVerification.of(CanonicalJson.text(bundle).getBytes(UTF_8));
    }
}
