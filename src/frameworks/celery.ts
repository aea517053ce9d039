import type { Framework } from '../domain/framework.js'

const apps = ['celery.Celery()', 'celery.app.Celery()', 'celery']
const receiverName = '(?:^|\\.)(?:app|celery|celery_app|current_app)$'

/** Celery: tasks by their names. A task without a name has that of its module and function. */
export const celery: Framework = {
  id: 'celery',
  languages: ['python'],
  imports: ['celery', 'celery.*'],
  gate: ['celery', '.delay(', '.apply_async('],
  rules: [
    {
      id: 'task',
      emit: 'element',
      match: { on: 'decorator', name: ['task'], receiver: apps, receiverName },
      action: 'subscribes',
      element: 'event celery {task}',
      words: { task: ['keyword name', 'decorated in module'] },
      keeps: 'decorated',
    },
    {
      id: 'shared-task',
      emit: 'element',
      match: { on: 'decorator', name: ['shared_task'], receiver: ['', 'celery'] },
      action: 'subscribes',
      element: 'event celery {task}',
      words: { task: ['keyword name', 'decorated in module'] },
      keeps: 'decorated',
    },
    {
      id: 'send-task-by-name',
      emit: 'element',
      match: { on: 'call', name: ['send_task'] },
      certainty: 'likely',
      action: 'publishes',
      element: 'event celery {task}',
      words: { task: ['argument 0', 'keyword name'] },
      fields: ['keyword kwargs'],
    },
    {
      id: 'send-task',
      emit: 'element',
      match: { on: 'call', name: ['send_task'], receiver: apps },
      action: 'publishes',
      element: 'event celery {task}',
      words: { task: ['argument 0', 'keyword name'] },
      fields: ['keyword kwargs'],
    },
    {
      id: 'delay',
      emit: 'element',
      match: { on: 'call', name: ['delay', 'apply_async'] },
      action: 'publishes',
      element: 'event celery {task}',
      words: { task: ['receiver'] },
    },
    {
      id: 'signature',
      emit: 'element',
      match: { on: 'call', name: ['signature'], receiver: ['celery', 'celery.canvas', ''] },
      action: 'publishes',
      element: 'event celery {task}',
      words: { task: ['argument 0'] },
    },
  ],
}
