package org.gongkai.platform.letters;

import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.gongkai.platform.letters.OfficeDocument.Face;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STFldCharType;

/** Fields that Word fills in (域), such as the page number. */
final class Fields {

    private Fields() {}

    static void add(
            OfficeDocument paper, XWPFParagraph into, String name, Face face, double points) {
        mark(paper, into, STFldCharType.BEGIN, face, points);
        var code = paper.dress(into.createRun(), face, points);
        code.getCTR().addNewInstrText().setStringValue(" " + name + " ");
        mark(paper, into, STFldCharType.SEPARATE, face, points);
        paper.run(into, "1", face, points);
        mark(paper, into, STFldCharType.END, face, points);
    }

    private static void mark(
            OfficeDocument paper,
            XWPFParagraph into,
            STFldCharType.Enum type,
            Face face,
            double points) {
        var run = paper.dress(into.createRun(), face, points);
        run.getCTR().addNewFldChar().setFldCharType(type);
    }
}
