package org.gongkai.opengov.remediation.web;

import java.util.LinkedHashMap;
import java.util.List;
import org.gongkai.opengov.remediation.SitePicture;
import org.gongkai.opengov.remediation.SitePicture.When;

/**
 * Pictures of one place, before and after (前后对照).
 *
 * @param pictures those before first, each by its day
 */
public record PicturePairs(String place, List<SitePicture> pictures) {

    static List<PicturePairs> of(List<SitePicture> all) {
        var places = new LinkedHashMap<String, List<SitePicture>>();
        for (var each : all) {
            places.computeIfAbsent(
                    each.place(),
                    place ->
                            all.stream()
                                    .filter(it -> it.place().equals(place))
                                    .sorted(
                                            java.util.Comparator.comparing(
                                                            (SitePicture it) ->
                                                                    it.when() == When.AFTER)
                                                    .thenComparing(SitePicture::takenOn))
                                    .toList());
        }
        return places.entrySet().stream()
                .map(it -> new PicturePairs(it.getKey(), it.getValue()))
                .toList();
    }
}
