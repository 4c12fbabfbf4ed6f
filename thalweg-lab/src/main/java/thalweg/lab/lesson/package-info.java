/// What a lesson is: its parameters, what it is given to run, and what it gives back.
package thalweg.lab.lesson;
