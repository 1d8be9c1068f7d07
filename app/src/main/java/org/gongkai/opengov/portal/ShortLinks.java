package org.gongkai.opengov.portal;

import org.gongkai.opengov.disclosures.PublicAnswer;
import org.gongkai.opengov.disclosures.PublicRegister;
import org.gongkai.opengov.disclosures.ShortCode;
import org.gongkai.opengov.disclosures.ShortCodes;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/**
 * Short addresses as codes on paper hold them (短地址): they lead to the document for good, and say of
 * one that was withdrawn what its page says.
 */
@Controller
class ShortLinks {
    private final ShortCodes codes;
    private final PublicRegister register;
    private final PublicDocumentPages pages;

    ShortLinks(ShortCodes codes, PublicRegister register, PublicDocumentPages pages) {
        this.codes = codes;
        this.register = register;
        this.pages = pages;
    }

    @GetMapping("/s/{code}")
    Object lead(@PathVariable String code) {
        var number = ShortCode.parse(code).flatMap(codes::number).orElseThrow(Refusal::notFound);
        return switch (register.at(number)) {
            case PublicAnswer.Found found -> PublicColumnPages.moved(number.path());
            case PublicAnswer.Withdrawn gone -> pages.withdrawn(gone);
            case PublicAnswer.Purged gone -> pages.purged(gone);
            case PublicAnswer.Nothing nothing -> throw Refusal.notFound();
        };
    }
}
