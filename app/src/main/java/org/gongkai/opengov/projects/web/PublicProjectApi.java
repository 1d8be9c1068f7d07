package org.gongkai.opengov.projects.web;

import org.gongkai.opengov.projects.PublicProjects;
import org.gongkai.platform.api.Cursor;
import org.gongkai.platform.api.Items;
import org.gongkai.platform.api.Paging;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Key projects for everybody's programs (重点项目公开接口). */
@RestController
@RequestMapping("/api/v1/public/projects")
class PublicProjectApi {
    private final PublicProjects projects;

    PublicProjectApi(PublicProjects projects) {
        this.projects = projects;
    }

    @GetMapping
    Items<PublicProjectAnswer.Line> list(AskedProjects asked, Paging paging) {
        var skip = paging.skip();
        var rest = projects.list(asked.open()).stream().skip(skip).limit(paging.fetch()).toList();
        return Items.of(rest, paging, it -> Cursor.at(skip + paging.limit()))
                .map(PublicProjectAnswer.Line::of);
    }

    @GetMapping("/{number}")
    PublicProjectAnswer one(@PathVariable long number) {
        return PublicProjectAnswer.of(projects.one(number));
    }
}
