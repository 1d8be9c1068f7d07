package org.gongkai.opengov.portal;

import org.gongkai.platform.letters.TitleCard;
import org.gongkai.platform.pages.PageHead;
import org.gongkai.platform.pages.PublicFrame;
import org.gongkai.platform.pages.Wording;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/** The picture of the site's cards (分享图), drawn once for each name the site has had. */
@Controller
class CardPicture {
    private final PublicFrame frame;
    private final Wording wording;
    private volatile @Nullable Drawn drawn;

    CardPicture(PublicFrame frame, Wording wording) {
        this.frame = frame;
        this.wording = wording;
    }

    private record Drawn(String name, byte[] png) {}

    @GetMapping(PageHead.CARD)
    ResponseEntity<byte[]> show() {
        var name = frame.site().name();
        var picture = drawn;
        if (picture == null || !picture.name().equals(name)) {
            var below = wording.say("portal.columns");
            picture = new Drawn(name, TitleCard.png(name, below));
            drawn = picture;
        }
        return ResponseEntity.ok().contentType(MediaType.IMAGE_PNG).body(picture.png());
    }
}
