package org.gongkai.opengov.disclosures.web;

import java.util.UUID;
import org.gongkai.opengov.disclosures.DocumentId;
import org.gongkai.platform.refusals.Refusal;
import org.springframework.core.convert.converter.Converter;
import org.springframework.stereotype.Component;

/** Reads a document's id from an address; what is no id leads to nothing. */
@Component
class DocumentIdArgument implements Converter<String, DocumentId> {
    @Override
    public DocumentId convert(String written) {
        if (!written.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")) {
            throw Refusal.notFound();
        }
        return new DocumentId(UUID.fromString(written));
    }
}
