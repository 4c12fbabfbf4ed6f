package thalweg.figures.draw;

record Tick(double at, String label) {}
