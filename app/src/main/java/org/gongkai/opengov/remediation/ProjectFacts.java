package org.gongkai.opengov.remediation;

import java.time.LocalDate;

/**
 * What a project is (整治项目基本情况).
 *
 * @param district code of GB/T 2260
 * @param cause where the task comes from (任务来源)
 * @param basis the paper that orders it (依据)
 * @param unit who is responsible (责任单位)
 * @param head name and post of the responsible person (责任人)
 * @param deadline as it was set first; extensions stand beside it
 */
public record ProjectFacts(
        String name,
        String district,
        String cause,
        String basis,
        String unit,
        String head,
        LocalDate start,
        LocalDate deadline) {}
