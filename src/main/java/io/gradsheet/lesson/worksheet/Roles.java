package io.gradsheet.lesson.worksheet;

import io.gradsheet.sheet.Role;
import io.gradsheet.template.Definition;

/** What the words of a template for a quantity are on a sheet. */
final class Roles {
    private Roles() {}

    static Role of(Definition.Kind kind) {
        return switch (kind) {
            case VALUE -> Role.VALUE;
            case PARAMETER -> Role.PARAMETER;
            case WEIGHTED_INPUT -> Role.WEIGHTED_INPUT;
            case ACTIVATION -> Role.ACTIVATION;
            case ERROR -> Role.ERROR;
            case GRADIENT -> Role.GRADIENT;
            case COST -> Role.COST;
            case UPDATE -> Role.UPDATE;
            case SHARE -> Role.SHARE;
            case DIFFERENCE -> Role.DIFFERENCE;
            case INDEX -> Role.INDEX;
        };
    }
}
