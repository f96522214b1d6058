package org.farmgate.trade.docking;

import com.google.ortools.Loader;
import com.google.ortools.modelbuilder.ModelBuilderHelper;
import com.google.ortools.modelbuilder.ModelSolverHelper;
import com.google.ortools.modelbuilder.SolveStatus;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// A linear program under construction, and its solution: a thin skin over OR-Tools that speaks of columns and
/// rows by index, maximises, and gives row prices with the sign an economist expects.
final class LinearModel {
    private static final class Native {
        static {
            try {
                Loader.loadNativeLibraries();
            } catch (RuntimeException | UnsatisfiedLinkError e) {
                throw new IllegalStateException(
                        "docking needs OR-Tools' native library for this system and processor, which could not be loaded",
                        e);
            }
        }

        static void load() {}
    }

    private final ModelBuilderHelper model;
    private volatile @Nullable ModelSolverHelper solver;

    LinearModel() {
        Native.load();
        model = new ModelBuilderHelper();
        model.setMaximize(true);
    }

    int column(double from, double to, double earns) {
        int column = model.addVar();
        model.setVarLowerBound(column, from);
        model.setVarUpperBound(column, to);
        model.setVarObjectiveCoefficient(column, earns);
        return column;
    }

    void whole(int column) {
        model.setVarIntegrality(column, true);
    }

    int row(double from, double to) {
        int row = model.addLinearConstraint();
        model.setConstraintLowerBound(row, from);
        model.setConstraintUpperBound(row, to);
        return row;
    }

    void term(int row, int column, double factor) {
        model.addConstraintTerm(row, column, factor);
    }

    int columns() {
        return model.numVariables();
    }

    int rows() {
        return model.numConstraints();
    }

    /// Solves by the named solver within the time; false when it leaves no solution.
    boolean solve(String solverName, String parameters, double seconds) {
        ModelSolverHelper made = new ModelSolverHelper(solverName);
        solver = made;
        made.setTimeLimitInSeconds(seconds);
        if (!parameters.isEmpty()) {
            made.setSolverSpecificParameters(parameters);
        }
        made.solve(model);
        return made.hasSolution();
    }

    /// Asks a running solve to stop; from another thread.
    void interrupt() {
        ModelSolverHelper running = solver;
        if (running != null) {
            running.interruptSolve();
        }
    }

    private ModelSolverHelper solved() {
        return Objects.requireNonNull(solver, "not solved yet");
    }

    SolveStatus status() {
        return solved().getStatus();
    }

    double objective() {
        return solved().getObjectiveValue();
    }

    double objectiveBound() {
        return solved().getBestObjectiveBound();
    }

    double value(int column) {
        return solved().getVariableValue(column);
    }

    /// What one more unit on the row's right-hand side would earn.
    double price(int row) {
        return solved().getDualValue(row);
    }
}
