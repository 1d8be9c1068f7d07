package org.gongkai.platform.api;

import java.io.IOException;
import java.util.Map;
import org.gongkai.platform.pages.Wording;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The description of the whole API (接口说明): OpenAPI 3.1, put together once at start. */
@RestController
class OpenApiDocument {
    private final byte[] json;

    OpenApiDocument(Wording wording, JsonMapper mapper) throws IOException {
        Map<String, Object> document = OpenApiPieces.merged();
        new StandardProblems(wording).addTo(document);
        json = mapper.writeValueAsBytes(document);
    }

    @GetMapping("/api/openapi.json")
    ResponseEntity<byte[]> document() {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .cacheControl(CacheControl.noCache())
                .body(json);
    }
}
