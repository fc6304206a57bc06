package io.gradsheet.classroom;

import io.gradsheet.sheet.Role;
import io.gradsheet.template.Definition;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;

/** What the words of a template for a quantity are on a sheet. */
final class Roles {
    private static final Set<Role> QUANTITIES = Arrays.stream(Definition.Kind.values())
            .map(Roles::of)
            .filter(role -> role != Role.INDEX && role != Role.DIFFERENCE)
            .collect(Collectors.toCollection(() -> EnumSet.noneOf(Role.class)));

    private Roles() {}

    static Role of(Definition.Kind kind) {
        return Role.valueOf(kind.name());
    }

    /** Whether a learner can be asked for it: a count or a difference has to be named. */
    static boolean isQuantity(Role role) {
        return QUANTITIES.contains(role);
    }
}
