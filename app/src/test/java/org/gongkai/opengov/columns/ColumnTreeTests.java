package org.gongkai.opengov.columns;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.gongkai.platform.roles.AgencyId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("A tree of columns read once (栏目树)")
class ColumnTreeTests {
    private static final ColumnTree TREE =
            new ColumnTree(
                    List.of(
                            column(1, null, null),
                            column(2, 1, null),
                            column(3, 2, null),
                            column(4, 1, 3),
                            column(5, 4, null),
                            column(6, null, null)));

    @Test
    void hasInABranchWhatLiesBelowAndWhatWasMergedIntoIt() {
        assertThat(TREE.branch(id(1))).containsExactlyInAnyOrder(id(1), id(2), id(3), id(4), id(5));
        assertThat(TREE.branch(id(3))).containsExactlyInAnyOrder(id(3), id(4), id(5));
        assertThat(TREE.branch(id(6))).containsExactly(id(6));
    }

    @Test
    void leavesAMergedColumnOutOfItsOldParentsBranch() {
        var elsewhere =
                new ColumnTree(
                        List.of(column(1, null, null), column(2, null, null), column(3, 1, 2)));

        assertThat(elsewhere.branch(id(1))).containsExactly(id(1));
        assertThat(elsewhere.branch(id(2))).containsExactlyInAnyOrder(id(2), id(3));
    }

    @Test
    void offersNoRetiredColumn() {
        assertThat(TREE.openBelow(id(1))).extracting(SiteColumn::id).containsExactly(id(2));
        assertThat(TREE.openBelow(null)).extracting(SiteColumn::id).containsExactly(id(1), id(6));
        assertThat(TREE.open()).hasSize(5);
    }

    @Test
    void knowsColumnsByKeyAndByName() {
        assertThat(TREE.withKey("c3")).map(SiteColumn::id).contains(id(3));
        assertThat(TREE.withKey("none")).isEmpty();
        assertThat(TREE.names()).containsEntry(id(2), "栏目2").containsEntry(id(4), "栏目3");
    }

    @Test
    void leadsDownToAColumnOrToWhatItBecame() {
        assertThat(TREE.pathTo(id(3)))
                .extracting(SiteColumn::id)
                .containsExactly(id(1), id(2), id(3));
        assertThat(TREE.pathTo(id(4))).isEqualTo(TREE.pathTo(id(3)));
        assertThat(TREE.pathTo(id(7))).isEmpty();
    }

    private static ColumnId id(long value) {
        return new ColumnId(value);
    }

    private static SiteColumn column(long id, @Nullable Integer parent, @Nullable Integer merged) {
        return new SiteColumn(
                id(id),
                new AgencyId(1),
                "c" + id,
                parent == null ? null : id(parent),
                "栏目" + id,
                "政策文件",
                "说明",
                "关键词",
                null,
                null,
                0,
                false,
                1,
                Instant.parse("2021-07-30T01:00:00Z"),
                merged == null ? null : Instant.parse("2021-07-30T01:00:00Z"),
                merged == null ? null : id(merged));
    }
}
