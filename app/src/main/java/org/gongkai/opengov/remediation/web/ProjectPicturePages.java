package org.gongkai.opengov.remediation.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.gongkai.opengov.remediation.PictureDesk;
import org.gongkai.opengov.remediation.RemediationDesk;
import org.gongkai.opengov.remediation.RemediationRights;
import org.gongkai.opengov.remediation.Typed;
import org.gongkai.platform.files.FileResponse;
import org.gongkai.platform.files.FileStore;
import org.gongkai.platform.pages.Forms;
import org.gongkai.platform.pages.Problems;
import org.gongkai.platform.roles.Actor;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Pictures before and after (整治前后照片页面). */
@Controller
@RequestMapping(RemediationPages.DESK + "/{id:\\d+}/pictures")
class ProjectPicturePages {
    private final PictureDesk pictures;
    private final RemediationDesk desk;
    private final RemediationRights rights;
    private final FileStore files;
    private final RemediationWords words;
    private final Forms forms;

    ProjectPicturePages(
            PictureDesk pictures,
            RemediationDesk desk,
            RemediationRights rights,
            FileStore files,
            RemediationWords words,
            Forms forms) {
        this.pictures = pictures;
        this.desk = desk;
        this.rights = rights;
        this.files = files;
        this.words = words;
        this.forms = forms;
    }

    @GetMapping("/new")
    String form(Actor actor, @PathVariable long id, Model model) {
        var view = desk.read(actor, id);
        rights.mustWrite(actor, view.project().content().medium());
        model.addAttribute("problems", Problems.none());
        return page(view, new Typed(Map.of()), (long) view.project().revision().number(), model);
    }

    @PostMapping
    String add(
            Actor actor,
            @PathVariable long id,
            @RequestParam MultipartFile file,
            @RequestParam Map<String, String> fields,
            @RequestParam(required = false) @Nullable Long version,
            Model model,
            HttpServletResponse response) {
        var typed = new Typed(fields);
        return forms.send(
                model,
                response,
                () -> {
                    try (var content = file.getInputStream()) {
                        pictures.add(actor, id, typed, content, nameOf(file), version);
                    } catch (IOException broken) {
                        throw new UncheckedIOException(broken);
                    }
                    return RemediationPages.done(id, "picture-added", "#pictures");
                },
                () -> page(desk.read(actor, id), typed, version, model));
    }

    @PostMapping("/{sha256:[0-9a-f]+}/remove")
    String remove(
            Actor actor,
            @PathVariable long id,
            @PathVariable String sha256,
            @RequestParam(required = false) @Nullable Long version) {
        pictures.remove(actor, id, sha256, version);
        return RemediationPages.done(id, "picture-removed", "#pictures");
    }

    @GetMapping("/{sha256:[0-9a-f]{64}}.{ending:jpg|png}")
    ResponseEntity<Resource> show(
            Actor actor,
            @PathVariable long id,
            @PathVariable String sha256,
            @PathVariable String ending) {
        var picture = pictures.read(actor, id, sha256);
        return FileResponse.shown(picture, files.path(picture.sha256()));
    }

    private String page(
            RemediationDesk.View view, Typed typed, @Nullable Long version, Model model) {
        model.addAttribute("view", view);
        model.addAttribute("typed", typed);
        model.addAttribute("version", version);
        model.addAttribute("whens", words.whens());
        return "remediation/picture";
    }

    static String nameOf(MultipartFile file) {
        return Objects.requireNonNullElse(file.getOriginalFilename(), "");
    }
}
