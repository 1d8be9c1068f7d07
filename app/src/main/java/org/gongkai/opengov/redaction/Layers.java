package org.gongkai.opengov.redaction;

import java.util.List;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.documentinterchange.markedcontent.PDPropertyList;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentGroup;
import org.apache.pdfbox.pdmodel.graphics.optionalcontent.PDOptionalContentMembershipDictionary;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.jspecify.annotations.Nullable;

/** Which layers of a document are switched off (隐藏图层), as the renderer sees it. */
final class Layers {
    private final PDFRenderer renderer;

    Layers(PDDocument document) {
        this.renderer = new PDFRenderer(document);
    }

    boolean hides(@Nullable PDPropertyList layer) {
        return switch (layer) {
            case PDOptionalContentGroup group -> !renderer.isGroupEnabled(group);
            case PDOptionalContentMembershipDictionary members -> hides(members);
            case null, default -> false;
        };
    }

    private boolean hides(PDOptionalContentMembershipDictionary members) {
        List<Boolean> hidden = members.getOCGs().stream().map(this::hides).toList();
        if (hidden.isEmpty()) {
            return false;
        }
        var policy = members.getVisibilityPolicy();
        if (COSName.getPDFName("AllOn").equals(policy)) {
            return hidden.contains(true);
        }
        if (COSName.getPDFName("AnyOff").equals(policy)) {
            return !hidden.contains(true);
        }
        if (COSName.getPDFName("AllOff").equals(policy)) {
            return hidden.contains(false);
        }
        return !hidden.contains(false);
    }
}
